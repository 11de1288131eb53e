package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * An answer as it stood on the wire.
 *
 * @param status the HTTP status
 * @param head the status line and the headers, one each
 * @param body the body, put together if it came in chunks
 */
public record Reply(int status, List<String> head, String body) {

	static Reply parse(byte[] bytes) {
		String text = new String(bytes, StandardCharsets.UTF_8);
		int end = text.indexOf("\r\n\r\n");
		List<String> head = Arrays.asList(text.substring(0, end).split("\r\n"));
		String body = text.substring(end + 4);
		boolean chunked = head.stream().anyMatch("Transfer-Encoding: chunked"::equalsIgnoreCase);
		int status = Integer.parseInt(head.get(0).split(" ")[1]);
		return new Reply(status, head, chunked ? joined(body) : body);
	}

	/**
	 * Gives all values of a header.
	 * @param name the name, in any case
	 * @return the values in their order
	 */
	public List<String> headers(String name) {
		String prefix = name.toLowerCase(Locale.ROOT) + ":";
		return this.head.stream()
			.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
			.map((line) -> line.substring(prefix.length()).strip())
			.toList();
	}

	private static String joined(String chunked) {
		StringBuilder body = new StringBuilder();
		byte[] rest = chunked.getBytes(StandardCharsets.UTF_8);
		int at = 0;
		while (at < rest.length) {
			int lineEnd = at;
			while (rest[lineEnd] != '\r') {
				lineEnd++;
			}
			int size = Integer.parseInt(new String(rest, at, lineEnd - at, StandardCharsets.US_ASCII), 16);
			body.append(new String(rest, lineEnd + 2, size, StandardCharsets.UTF_8));
			at = lineEnd + 2 + size + 2;
			if (size == 0) {
				break;
			}
		}
		return body.toString();
	}

}
