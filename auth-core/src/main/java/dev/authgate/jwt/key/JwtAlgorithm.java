package dev.authgate.jwt.key;

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

	String platformName() {
		return this.platformName;
	}

	@Nullable String curve() {
		return this.curve;
	}

}
