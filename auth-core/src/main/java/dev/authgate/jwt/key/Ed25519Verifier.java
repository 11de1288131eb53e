package dev.authgate.jwt.key;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;

/**
 * Verifies EdDSA signatures (RFC 8037 section 3.1) by the Java platform.
 */
final class Ed25519Verifier extends BaseJWSProvider implements JWSVerifier {

	private static final int SIGNATURE_BYTES = 64;

	private final PublicKey key;

	private final Provider provider;

	Ed25519Verifier(PublicKey key, Provider provider) {
		super(Set.of(JWSAlgorithm.EdDSA));
		this.key = key;
		this.provider = provider;
	}

	@Override
	public boolean verify(JWSHeader header, byte[] signed, Base64URL signature) throws JOSEException {
		byte[] bytes = signature.decode();
		if (bytes.length != SIGNATURE_BYTES) {
			return false;
		}
		try {
			Signature verifier = Signature.getInstance(JwtAlgorithm.EDDSA.platformName(), this.provider);
			verifier.initVerify(this.key);
			verifier.update(signed);
			return verifier.verify(bytes);
		}
		catch (SignatureException ex) {
			return false;
		}
		catch (GeneralSecurityException ex) {
			throw new JOSEException("Ed25519 is not available", ex);
		}
	}

}
