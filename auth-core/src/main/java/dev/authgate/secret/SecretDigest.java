package dev.authgate.secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * The SHA-256 digest of a secret, kept and looked up in its place.
 * <p>
 * SHA-256 without salt is right for high-entropy secrets such as API keys (NIST SP
 * 800-63B section 3.1.2.2 asks for salting and stretching only below 112 bits); it is
 * wrong for passwords. Equality inspects all 256 bits whatever they hold. Immutable and
 * safe for use by several threads.
 */
public final class SecretDigest {

	private static final String PREFIX = "sha256:";

	private static final int BYTES = 32;

	private static final MessageDigest PROTOTYPE = prototype();

	private final long first;

	private final long second;

	private final long third;

	private final long fourth;

	private SecretDigest(byte[] digest) {
		ByteBuffer longs = ByteBuffer.wrap(digest);
		this.first = longs.getLong();
		this.second = longs.getLong();
		this.third = longs.getLong();
		this.fourth = longs.getLong();
	}

	/**
	 * Digests the UTF-8 bytes of a text.
	 * @param secret the confidential text
	 * @return its digest
	 */
	public static SecretDigest of(String secret) {
		return new SecretDigest(fresh().digest(secret.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * Digests the UTF-8 bytes of a secret.
	 * @param secret the secret
	 * @return its digest
	 */
	public static SecretDigest of(Secret secret) {
		return of(secret.reveal());
	}

	/**
	 * Reads the form that {@link #toString()} writes: {@code sha256:} and 64 lower-case
	 * hexadecimal digits.
	 * @param text the written digest
	 * @return the digest
	 * @throws IllegalArgumentException for any other form; the message does not repeat
	 * the text, which may be a key put in the wrong place
	 */
	public static SecretDigest parse(String text) {
		if (!text.startsWith(PREFIX) || text.length() != PREFIX.length() + 2 * BYTES || !isLowerCaseHex(text)) {
			throw new IllegalArgumentException("Expected sha256: followed by 64 lower-case hexadecimal digits");
		}
		return new SecretDigest(HexFormat.of().parseHex(text, PREFIX.length(), text.length()));
	}

	/**
	 * Gives the first eight hexadecimal digits, a name for a credential that has none.
	 * @return eight lower-case hexadecimal digits
	 */
	public String fingerprint() {
		return HexFormat.of().toHexDigits(this.first).substring(0, 8);
	}

	// No early exit: the time must not tell how many leading bits of a guess were right.
	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof SecretDigest digest && ((this.first ^ digest.first) | (this.second ^ digest.second)
				| (this.third ^ digest.third) | (this.fourth ^ digest.fourth)) == 0;
	}

	@Override
	public int hashCode() {
		return Long.hashCode(this.first);
	}

	@Override
	public String toString() {
		HexFormat hex = HexFormat.of();
		return PREFIX + hex.toHexDigits(this.first) + hex.toHexDigits(this.second) + hex.toHexDigits(this.third)
				+ hex.toHexDigits(this.fourth);
	}

	private static boolean isLowerCaseHex(String text) {
		for (int i = PREFIX.length(); i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
				return false;
			}
		}
		return true;
	}

	// A clone spares each request the search through the security providers.
	private static MessageDigest fresh() {
		try {
			return (MessageDigest) PROTOTYPE.clone();
		}
		catch (CloneNotSupportedException ex) {
			return prototype();
		}
	}

	private static MessageDigest prototype() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
