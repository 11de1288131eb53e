package dev.authgate.jwt.key;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;

import org.jspecify.annotations.Nullable;

/**
 * An algorithm that signs tokens (RFC 7518 section 3, RFC 8037).
 */
public enum JwtAlgorithm {

	/** HMAC with SHA-256. */
	HS256("HmacSHA256", 32, null),
	/** HMAC with SHA-384. */
	HS384("HmacSHA384", 48, null),
	/** HMAC with SHA-512. */
	HS512("HmacSHA512", 64, null),
	/** RSA (PKCS #1 version 1.5) with SHA-256. */
	RS256("SHA256withRSA", 0, null),
	/** RSA (PKCS #1 version 1.5) with SHA-384. */
	RS384("SHA384withRSA", 0, null),
	/** RSA (PKCS #1 version 1.5) with SHA-512. */
	RS512("SHA512withRSA", 0, null),
	/** RSA (PSS) with SHA-256. */
	PS256("RSASSA-PSS", 0, null),
	/** RSA (PSS) with SHA-384. */
	PS384("RSASSA-PSS", 0, null),
	/** RSA (PSS) with SHA-512. */
	PS512("RSASSA-PSS", 0, null),
	/** ECDSA on the curve P-256 with SHA-256. */
	ES256("SHA256withECDSA", 0, "P-256"),
	/** ECDSA on the curve P-384 with SHA-384. */
	ES384("SHA384withECDSA", 0, "P-384"),
	/** ECDSA on the curve P-521 with SHA-512. */
	ES512("SHA512withECDSA", 0, "P-521"),
	/** EdDSA on the curve Ed25519. */
	EDDSA("Ed25519", 0, "Ed25519");

	private final String platformName;

	private final int minSecretBytes;

	private final @Nullable String curve;

	JwtAlgorithm(String platformName, int minSecretBytes, @Nullable String curve) {
		this.platformName = platformName;
		this.minSecretBytes = minSecretBytes;
		this.curve = curve;
	}

	/**
	 * Gives the name that a token's header has as {@code alg}.
	 * @return the name
	 */
	public String headerName() {
		return (this == EDDSA) ? "EdDSA" : name();
	}

	/**
	 * Tells whether one secret both signs and verifies.
	 * @return {@code true} for an HMAC, {@code false} if there is a pair of keys
	 */
	public boolean symmetric() {
		return this.minSecretBytes > 0;
	}

	/**
	 * Gives the size of the smallest secret that is not the weakest part.
	 * @return the number of bytes, which is that of the hash; zero if the algorithm has a
	 * pair of keys
	 */
	public int minSecretBytes() {
		return this.minSecretBytes;
	}

	/**
	 * Tells what a key that only says its kind is used with.
	 * @param key the public key
	 * @return the first algorithm that fits the key
	 * @throws IllegalArgumentException if none fits
	 */
	public static JwtAlgorithm usualFor(PublicKey key) {
		for (JwtAlgorithm algorithm : values()) {
			if (KeyFit.fits(key, algorithm)) {
				return algorithm;
			}
		}
		throw new IllegalArgumentException("No algorithm for tokens fits a key of the kind " + KeyFit.kindOf(key));
	}

	String platformName() {
		return this.platformName;
	}

	Signature newSignature() {
		try {
			Signature signature = Signature.getInstance(this.platformName);
			if (this.platformName.equals("RSASSA-PSS")) {
				signature.setParameter(pss());
			}
			return signature;
		}
		catch (GeneralSecurityException ex) {
			throw unavailable(ex);
		}
	}

	IllegalStateException unavailable(Exception cause) {
		return new IllegalStateException("This Java platform cannot compute " + headerName(), cause);
	}

	// RFC 7518 section 3.5: the salt is as long as the hash.
	private PSSParameterSpec pss() {
		String bits = name().substring(2);
		return new PSSParameterSpec("SHA-" + bits, "MGF1", new MGF1ParameterSpec("SHA-" + bits),
				Integer.parseInt(bits) / 8, PSSParameterSpec.TRAILER_FIELD_BC);
	}

	@Nullable String curve() {
		return this.curve;
	}

}
