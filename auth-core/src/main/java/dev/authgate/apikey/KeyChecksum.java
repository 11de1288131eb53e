package dev.authgate.apikey;

import java.util.zip.CRC32;

/**
 * The CRC-32 of a text, written behind it as six letters and digits.
 */
final class KeyChecksum {

	static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	/** The digits that 32 bits need. */
	static final int LENGTH = 6;

	private KeyChecksum() {
	}

	static String of(String content) {
		char[] digits = new char[LENGTH];
		long rest = checksum(content, content.length());
		for (int i = LENGTH - 1; i >= 0; i--) {
			digits[i] = ALPHABET.charAt((int) (rest % ALPHABET.length()));
			rest /= ALPHABET.length();
		}
		return new String(digits);
	}

	static boolean isAtEndOf(String text) {
		int end = text.length() - LENGTH;
		long expected = checksum(text, end);
		for (int i = text.length() - 1; i >= end; i--) {
			if (text.charAt(i) != ALPHABET.charAt((int) (expected % ALPHABET.length()))) {
				return false;
			}
			expected /= ALPHABET.length();
		}
		return true;
	}

	// Keys are ASCII: a character is a byte.
	private static long checksum(String text, int end) {
		CRC32 crc = new CRC32();
		for (int i = 0; i < end; i++) {
			crc.update(text.charAt(i));
		}
		return crc.getValue();
	}

}
