package dev.authgate.apikey;

import java.util.regex.Pattern;

import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;

/**
 * A fresh API key that can be told from other texts: {@code <prefix>_} and 41 letters and
 * digits, which are a public id (8), a secret of 160 bits (27) and a checksum (6).
 * <p>
 * The prefix and the checksum let scanners find a leaked key and let a mistyped one be
 * refused before it is looked up; they are no protection, anybody can compute them. The
 * key is known here alone: hand it to its owner once, and keep the digest. Immutable and
 * safe for use by several threads.
 */
public final class GeneratedApiKey {

	/** The prefix unless another is named. */
	public static final String DEFAULT_PREFIX = "ak";

	private static final Pattern PREFIX = Pattern.compile("(?=.{1,32}$)[0-9A-Za-z]+(?:_[0-9A-Za-z]+)*");

	private static final int ID_LENGTH = 8;

	private static final int SECRET_LENGTH = RandomText.LENGTH_OF_160_BITS;

	private final String id;

	private final Secret key;

	private GeneratedApiKey(String id, Secret key) {
		this.id = id;
		this.key = key;
	}

	/**
	 * Makes up a key.
	 * @param prefix what it begins with, for example {@value #DEFAULT_PREFIX}
	 * @return the key
	 * @throws IllegalArgumentException if the prefix is none, see {@link #isPrefix}
	 */
	public static GeneratedApiKey generate(String prefix) {
		String id = marker(prefix) + RandomText.of(ID_LENGTH);
		String content = id + RandomText.of(SECRET_LENGTH);
		return new GeneratedApiKey(id, Secret.of(content + KeyChecksum.of(content)));
	}

	/**
	 * Tells whether keys may begin with a text.
	 * @param prefix any text
	 * @return {@code true} for at most 32 letters and digits of ASCII, which single
	 * underscores may separate
	 */
	public static boolean isPrefix(String prefix) {
		return PREFIX.matcher(prefix).matches();
	}

	/**
	 * Describes all keys with a prefix, for tools that search files for secrets.
	 * @param prefix the prefix
	 * @return a regular expression that means the same in every common dialect
	 * @throws IllegalArgumentException if the prefix is none
	 */
	public static String pattern(String prefix) {
		return "\\b" + marker(prefix) + "[0-9A-Za-z]{" + (ID_LENGTH + SECRET_LENGTH + KeyChecksum.LENGTH) + "}\\b";
	}

	/**
	 * Tells whether a key begins as generated keys do and is none, which an authenticator
	 * refuses whether or not it is registered.
	 * @param key any text
	 * @param prefix the prefix
	 * @return {@code true} if it is shorter, longer or mistyped
	 * @throws IllegalArgumentException if the prefix is none
	 */
	public static boolean isDamaged(Secret key, String prefix) {
		return isJunk(marker(prefix), key.reveal());
	}

	/**
	 * Gives the public part, with which the key begins.
	 * @return the prefix, an underscore and eight letters and digits
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Gives the key, to be shown to its owner once.
	 * @return the whole key
	 */
	public Secret key() {
		return this.key;
	}

	/**
	 * Gives what is kept of the key.
	 * @return the digest of the whole key
	 */
	public SecretDigest digest() {
		return SecretDigest.of(this.key);
	}

	/**
	 * Starts to describe the key for an {@link ApiKeyStore}.
	 * @return a builder with the id and the digest
	 */
	public ApiKeyBuilder toBuilder() {
		return ApiKey.builder(digest()).id(this.id);
	}

	@Override
	public String toString() {
		return "GeneratedApiKey[id=" + this.id + "]";
	}

	static String marker(String prefix) {
		if (!isPrefix(prefix)) {
			throw new IllegalArgumentException(
					"The prefix of keys has at most 32 letters and digits, which single underscores may separate");
		}
		return prefix + "_";
	}

	static boolean isJunk(String marker, String key) {
		return key.startsWith(marker)
				&& (key.length() != marker.length() + ID_LENGTH + SECRET_LENGTH + KeyChecksum.LENGTH
						|| !KeyChecksum.isAtEndOf(key));
	}

}
