package dev.authgate.jwt.key;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;

/**
 * Makes what signs with one key.
 * <p>
 * The security provider is found once, which spares each token the search.
 */
final class Signers {

	private Signers() {
	}

	static JWSSigner of(SecretKey key, JwtAlgorithm algorithm) {
		try {
			Mac mac = Mac.getInstance(algorithm.platformName());
			mac.init(key);
			return pinned(new MACSigner(key), mac.getProvider());
		}
		catch (GeneralSecurityException | JOSEException ex) {
			throw algorithm.unavailable(ex);
		}
	}

	static JWSSigner of(PrivateKey key, JwtAlgorithm algorithm) {
		try {
			Signature signature = algorithm.newSignature();
			signature.initSign(key);
			return pinned(signer(key, algorithm, signature.getProvider()), signature.getProvider());
		}
		// The cause could tell something of the key.
		catch (InvalidKeyException | JOSEException ex) {
			throw new IllegalArgumentException("The private key is not usable with " + algorithm.headerName());
		}
	}

	private static JWSSigner signer(PrivateKey key, JwtAlgorithm algorithm, Provider provider) throws JOSEException {
		if (algorithm == JwtAlgorithm.EDDSA) {
			return new Ed25519Signer(key, provider);
		}
		return (algorithm.curve() != null) ? new ECDSASigner(key, Curve.parse(algorithm.curve()))
				: new RSASSASigner(key);
	}

	private static JWSSigner pinned(JWSSigner signer, Provider provider) {
		signer.getJCAContext().setProvider(provider);
		return signer;
	}

}
