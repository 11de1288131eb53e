package dev.authgate.spring.app;

import java.util.List;

/**
 * A response as it came over the wire.
 *
 * @param status the HTTP status
 * @param headers the header lines
 * @param body the body, chunk sizes included
 */
public record RawResponse(int status, List<String> headers, String body) {

	static RawResponse parse(String text) {
		int end = text.indexOf("\r\n\r\n");
		List<String> lines = List.of(text.substring(0, end).split("\r\n"));
		int status = Integer.parseInt(lines.get(0).split(" ")[1]);
		return new RawResponse(status, lines.subList(1, lines.size()), text.substring(end + 4));
	}

	/**
	 * Gives the values of a header.
	 */
	public List<String> header(String name) {
		String prefix = name.toLowerCase(java.util.Locale.ROOT) + ": ";
		return this.headers.stream()
			.filter((line) -> line.toLowerCase(java.util.Locale.ROOT).startsWith(prefix))
			.map((line) -> line.substring(prefix.length()))
			.toList();
	}

}
