package dev.authgate.jwt;

/**
 * The algorithm that signs our own tokens: an HMAC, whose one secret both signs and
 * verifies (RFC 7518 section 3.2).
 */
public enum JwtAlgorithm {

	/** HMAC with SHA-256. */
	HS256(32),
	/** HMAC with SHA-384. */
	HS384(48),
	/** HMAC with SHA-512. */
	HS512(64);

	private final int minSecretBytes;

	JwtAlgorithm(int minSecretBytes) {
		this.minSecretBytes = minSecretBytes;
	}

	/**
	 * Gives the size of the smallest secret that is not the weakest part.
	 * @return the number of bytes, which is that of the hash
	 */
	public int minSecretBytes() {
		return this.minSecretBytes;
	}

}
