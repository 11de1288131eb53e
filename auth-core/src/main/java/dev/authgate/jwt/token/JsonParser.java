package dev.authgate.jwt.token;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object (RFC 8259) as strictly as the grammar, and a little more so: a
 * member twice in one object, half a surrogate pair, and a number that would be rounded
 * to infinity or does not fit into 64 bits are refused, wherever they stand.
 * <p>
 * Where two parsers may read one text differently, a token means two things. The nesting
 * is bounded, so that no text exhausts the stack. For use by one thread.
 */
public final class JsonParser {

	private static final int MAX_DEPTH = 32;

	private final String text;

	// Only its position is used.
	private final CharBuffer cursor;

	private JsonParser(String text) {
		this.text = text;
		this.cursor = CharBuffer.wrap(text);
	}

	/**
	 * Reads a text that is one object.
	 * @param text the text
	 * @return the members in their order; numbers are {@code Long} or {@code Double}
	 * @throws RefusedTokenException if the text is anything else
	 */
	public static Map<String, @Nullable Object> parseObject(String text) throws RefusedTokenException {
		JsonParser parser = new JsonParser(text);
		parser.skipBlanks();
		Map<String, @Nullable Object> object = parser.object(0);
		parser.skipBlanks();
		if (parser.cursor.hasRemaining()) {
			throw malformed();
		}
		return object;
	}

	private @Nullable Object value(int depth) throws RefusedTokenException {
		if (depth > MAX_DEPTH) {
			throw malformed();
		}
		return switch (peek()) {
			case '{' -> object(depth);
			case '[' -> array(depth);
			case '"' -> string();
			case 't' -> literal("true", true);
			case 'f' -> literal("false", false);
			case 'n' -> literal("null", null);
			default -> number();
		};
	}

	private Map<String, @Nullable Object> object(int depth) throws RefusedTokenException {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		expect('{');
		skipBlanks();
		if (skip('}')) {
			return members;
		}
		do {
			skipBlanks();
			String name = string();
			skipBlanks();
			expect(':');
			skipBlanks();
			int before = members.size();
			members.put(name, value(depth + 1));
			if (members.size() == before) {
				throw malformed();
			}
			skipBlanks();
		}
		while (skip(','));
		expect('}');
		return members;
	}

	private List<@Nullable Object> array(int depth) throws RefusedTokenException {
		List<@Nullable Object> elements = new ArrayList<>();
		expect('[');
		skipBlanks();
		if (skip(']')) {
			return elements;
		}
		do {
			skipBlanks();
			elements.add(value(depth + 1));
			skipBlanks();
		}
		while (skip(','));
		expect(']');
		return elements;
	}

	private String string() throws RefusedTokenException {
		expect('"');
		int start = this.cursor.position();
		int end = start;
		while (end < this.text.length() && isPlain(this.text.charAt(end))) {
			end++;
		}
		this.cursor.position(end);
		String plain = this.text.substring(start, end);
		return skip('"') ? plain : restOfString(plain);
	}

	private String restOfString(String plain) throws RefusedTokenException {
		StringBuilder string = new StringBuilder(plain);
		while (!skip('"')) {
			char c = next();
			if (c < ' ') {
				throw malformed();
			}
			string.append((c == '\\') ? escaped() : c);
		}
		return requireWholePairs(string.toString());
	}

	private char escaped() throws RefusedTokenException {
		char c = next();
		return switch (c) {
			case '"', '\\', '/' -> c;
			case 'b' -> '\b';
			case 'f' -> '\f';
			case 'n' -> '\n';
			case 'r' -> '\r';
			case 't' -> '\t';
			case 'u' -> unicode();
			default -> throw malformed();
		};
	}

	private char unicode() throws RefusedTokenException {
		int c = 0;
		for (int i = 0; i < 4; i++) {
			char digit = next();
			if (digit > 'f' || Character.digit(digit, 16) < 0) {
				throw malformed();
			}
			c = c << 4 | Character.digit(digit, 16);
		}
		return (char) c;
	}

	private Number number() throws RefusedTokenException {
		int start = this.cursor.position();
		skip('-');
		if (!skip('0')) {
			digits();
		}
		int integerEnd = this.cursor.position();
		if (skip('.')) {
			digits();
		}
		if (skip('e') || skip('E')) {
			if (!skip('+')) {
				skip('-');
			}
			digits();
		}
		int end = this.cursor.position();
		return numberOf(this.text.substring(start, end), end == integerEnd);
	}

	private void digits() throws RefusedTokenException {
		int start = this.cursor.position();
		int end = start;
		while (end < this.text.length() && this.text.charAt(end) >= '0' && this.text.charAt(end) <= '9') {
			end++;
		}
		if (end == start) {
			throw malformed();
		}
		this.cursor.position(end);
	}

	private @Nullable Object literal(String word, @Nullable Object value) throws RefusedTokenException {
		int start = this.cursor.position();
		if (!this.text.startsWith(word, start)) {
			throw malformed();
		}
		this.cursor.position(start + word.length());
		return value;
	}

	private void skipBlanks() {
		int end = this.cursor.position();
		while (end < this.text.length() && isBlank(this.text.charAt(end))) {
			end++;
		}
		this.cursor.position(end);
	}

	private boolean skip(char c) {
		int position = this.cursor.position();
		if (position == this.text.length() || this.text.charAt(position) != c) {
			return false;
		}
		this.cursor.position(position + 1);
		return true;
	}

	private void expect(char c) throws RefusedTokenException {
		if (!skip(c)) {
			throw malformed();
		}
	}

	private char next() throws RefusedTokenException {
		char c = peek();
		this.cursor.position(this.cursor.position() + 1);
		return c;
	}

	private char peek() throws RefusedTokenException {
		if (!this.cursor.hasRemaining()) {
			throw malformed();
		}
		return this.text.charAt(this.cursor.position());
	}

	private static Number numberOf(String number, boolean integer) throws RefusedTokenException {
		try {
			if (integer) {
				return Long.valueOf(number);
			}
		}
		catch (NumberFormatException ex) {
			throw malformed();
		}
		double value = Double.parseDouble(number);
		if (Double.isInfinite(value)) {
			throw malformed();
		}
		return value;
	}

	private static boolean isBlank(char c) {
		return c == ' ' || c == '\n' || c == '\r' || c == '\t';
	}

	private static boolean isPlain(char c) {
		return c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c);
	}

	private static String requireWholePairs(String string) throws RefusedTokenException {
		for (int i = 0; i < string.length(); i += Character.charCount(string.codePointAt(i))) {
			int codePoint = string.codePointAt(i);
			if (codePoint <= Character.MAX_VALUE && Character.isSurrogate((char) codePoint)) {
				throw malformed();
			}
		}
		return string;
	}

	private static RefusedTokenException malformed() {
		return new RefusedTokenException(RejectionReason.MALFORMED);
	}

}
