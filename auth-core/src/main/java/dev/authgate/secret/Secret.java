package dev.authgate.secret;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A confidential text that never prints itself.
 * <p>
 * {@link #toString()} is a fixed mask, {@link #equals(Object)} takes the same time
 * wherever two secrets of one length differ, and {@link #hashCode()} says nothing about
 * the content. It is not serializable. Immutable and safe for use by several threads.
 */
public final class Secret {

	private static final String MASK = "******";

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Wraps a text; the empty text is allowed, what uses the secret decides whether it is
	 * acceptable.
	 * @param value the confidential text
	 * @return the secret
	 */
	public static Secret of(String value) {
		return new Secret(value);
	}

	/**
	 * Reveals the text, to be handed to the code that must have it and to nothing else.
	 * @return the confidential text
	 */
	public String reveal() {
		return this.value;
	}

	/**
	 * Encodes the text as UTF-8.
	 * @return a fresh array that the caller may wipe
	 */
	public byte[] utf8() {
		return this.value.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Tells the number of characters.
	 * @return the length in UTF-16 units
	 */
	public int length() {
		return this.value.length();
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && MessageDigest.isEqual(utf8(), secret.utf8());
	}

	@Override
	public int hashCode() {
		return Secret.class.hashCode();
	}

	@Override
	public String toString() {
		return MASK;
	}

}
