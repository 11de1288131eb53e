package dev.authgate;

/**
 * Makes texts that a client sent fit for messages and logs.
 */
final class Printable {

	private static final int LIMIT = 100;

	private Printable() {
	}

	static String of(String text) {
		return of(text, LIMIT);
	}

	// A line break in a message would forge a log line.
	static String of(String text, int limit) {
		StringBuilder safe = new StringBuilder();
		text.chars().limit(limit).forEach((c) -> safe.append(c < ' ' || c > '~' ? '?' : (char) c));
		return safe.toString();
	}

}
