package dev.authgate.jwt.key;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

/**
 * The cryptography of the Java platform.
 */
final class Platform {

	private Platform() {
	}

	static Signature signature(JwtAlgorithm algorithm) {
		try {
			Signature signature = Signature.getInstance(algorithm.platformName());
			if (algorithm.platformName().equals("RSASSA-PSS")) {
				signature.setParameter(pss(algorithm));
			}
			return signature;
		}
		catch (GeneralSecurityException ex) {
			throw lacks(algorithm, ex);
		}
	}

	static IllegalStateException lacks(JwtAlgorithm algorithm, Exception cause) {
		return new IllegalStateException("This Java platform lacks " + algorithm.platformName(), cause);
	}

	// RFC 7518 section 3.5: the salt is as long as the hash.
	private static PSSParameterSpec pss(JwtAlgorithm algorithm) {
		String bits = algorithm.name().substring(2);
		return new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits),
				Integer.parseInt(bits) / 8, PSSParameterSpec.TRAILER_FIELD_BC);
	}

}
