package dev.authgate;

/**
 * Makes texts that a client sent fit for messages, logs and audit.
 */
public final class Printable {

	private static final int LIMIT = 100;

	private static final int LINE_LIMIT = 256;

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

	/**
	 * Bounds a text to 256 characters, and replaces those that end a line, move a cursor
	 * or change the direction of writing; letters of all scripts stay, because names have
	 * them.
	 * @param text any text
	 * @return the same text if it needs no change
	 */
	public static String line(String text) {
		int end = Math.min(text.length(), LINE_LIMIT);
		for (int i = 0; i < text.length();) {
			int c = text.codePointAt(i);
			if (i >= end || breaksLine(c)) {
				return cleaned(text);
			}
			i += Character.charCount(c);
		}
		return text;
	}

	private static String cleaned(String text) {
		StringBuilder safe = new StringBuilder();
		text.codePoints().limit(LINE_LIMIT).forEach((c) -> safe.appendCodePoint(breaksLine(c) ? '?' : c));
		return safe.toString();
	}

	// Controls move the cursor of a terminal, separators end a line, and marks of
	// direction show a text in another order than it is written in.
	private static boolean breaksLine(int c) {
		return switch (Character.getType(c)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
					Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
				true;
			default -> false;
		};
	}

}
