package dev.authgate.jwt.key;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.util.Set;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.util.Base64URL;

/**
 * Makes EdDSA signatures (RFC 8037 section 3.1) by the Java platform.
 */
final class Ed25519Signer extends BaseJWSProvider implements JWSSigner {

	private final PrivateKey key;

	private final Provider provider;

	Ed25519Signer(PrivateKey key, Provider provider) {
		super(Set.of(JWSAlgorithm.EdDSA));
		this.key = key;
		this.provider = provider;
	}

	@Override
	public Base64URL sign(JWSHeader header, byte[] signed) throws JOSEException {
		try {
			Signature signer = Signature.getInstance(JwtAlgorithm.EDDSA.platformName(), this.provider);
			signer.initSign(this.key);
			signer.update(signed);
			return Base64URL.encode(signer.sign());
		}
		catch (GeneralSecurityException ex) {
			throw new JOSEException("Ed25519 is not available", ex);
		}
	}

}
