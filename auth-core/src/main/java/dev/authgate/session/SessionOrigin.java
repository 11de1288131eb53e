package dev.authgate.session;

/**
 * Where a session was begun, for its owner to recognise it.
 *
 * @param kind what continues it
 * @param address the address of the client
 * @param agent what the client calls itself, in printable characters and bounded
 */
public record SessionOrigin(SessionKind kind, String address, String agent) {

	private static final int MAX_LENGTH = 200;

	/**
	 * Bounds the texts, and takes out characters that could forge a log line.
	 */
	public SessionOrigin {
		address = printable(address);
		agent = printable(agent);
	}

	private static String printable(String text) {
		StringBuilder safe = new StringBuilder();
		text.chars().limit(MAX_LENGTH).forEach((c) -> safe.append((c < ' ' || c > '~') ? '?' : (char) c));
		return safe.toString();
	}

}
