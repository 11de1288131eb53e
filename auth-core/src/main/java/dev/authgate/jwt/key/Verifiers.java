package dev.authgate.jwt.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;

/**
 * Makes what verifies signatures with one key.
 * <p>
 * The security provider is found once, which spares each token the search.
 */
final class Verifiers {

	private Verifiers() {
	}

	static JWSVerifier of(SecretKey key, JwtAlgorithm algorithm) {
		try {
			Mac mac = Mac.getInstance(algorithm.platformName());
			mac.init(key);
			return pinned(new MACVerifier(key), mac.getProvider());
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw algorithm.unavailable(ex);
		}
	}

	static JWSVerifier of(PublicKey key, JwtAlgorithm algorithm) {
		KeyFit.require(key, algorithm);
		try {
			Signature signature = algorithm.newSignature();
			signature.initVerify(key);
			return pinned(verifier(key, signature.getProvider()), signature.getProvider());
		}
		catch (InvalidKeyException | JOSEException ex) {
			throw new IllegalArgumentException("The public key is not usable with " + algorithm.headerName());
		}
	}

	private static JWSVerifier verifier(PublicKey key, Provider provider) throws JOSEException {
		if (key instanceof RSAPublicKey rsa) {
			return new RSASSAVerifier(rsa);
		}
		return (key instanceof ECPublicKey curved) ? new ECDSAVerifier(curved) : new Ed25519Verifier(key, provider);
	}

	private static JWSVerifier pinned(JWSVerifier verifier, Provider provider) {
		verifier.getJCAContext().setProvider(provider);
		return verifier;
	}

}
