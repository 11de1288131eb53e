package dev.authgate.secret;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Texts of random letters and digits of ASCII, for ids and secrets that are made here.
 * <p>
 * Each character holds 5.95 bits: 22 of them hold 128, and 27 hold 160. Safe for use by
 * several threads.
 */
public final class RandomText {

	/** How many characters hold 128 bits. */
	public static final int LENGTH_OF_128_BITS = 22;

	/** How many characters hold 160 bits. */
	public static final int LENGTH_OF_160_BITS = 27;

	private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final int ID_BYTES = 16;

	private static final SecureRandom RANDOM = new SecureRandom();

	private RandomText() {
	}

	/**
	 * Makes up a text.
	 * @param length how many characters it has
	 * @return the text
	 */
	public static String of(int length) {
		StringBuilder text = new StringBuilder(length);
		for (int i = 0; i < length; i++) {
			text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
		}
		return text.toString();
	}

	/**
	 * Makes up the id of a user.
	 * @return 128 random bits in lower-case hexadecimal digits
	 */
	public static String userId() {
		byte[] id = new byte[ID_BYTES];
		RANDOM.nextBytes(id);
		return HexFormat.of().formatHex(id);
	}

	/**
	 * Tells whether a text has nothing but letters and digits of ASCII.
	 * @param text any text
	 * @return {@code true} if it could have been made here
	 */
	public static boolean isPossible(String text) {
		return text.chars().allMatch((c) -> ALPHABET.indexOf(c) >= 0);
	}

}
