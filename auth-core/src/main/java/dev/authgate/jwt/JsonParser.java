package dev.authgate.jwt;

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
final class JsonParser {

	private static final int MAX_DEPTH = 32;

	private final String text;

	private int at;

	private JsonParser(String text) {
		this.text = text;
	}

	static Map<String, @Nullable Object> parseObject(String text) throws RefusedTokenException {
		JsonParser parser = new JsonParser(text);
		parser.skipBlanks();
		Map<String, @Nullable Object> object = parser.object(0);
		parser.skipBlanks();
		if (parser.at != text.length()) {
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
			Object value = value(depth + 1);
			if (members.containsKey(name)) {
				throw malformed();
			}
			members.put(name, value);
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
		int start = this.at;
		while (isPlain(peek())) {
			this.at++;
		}
		return skip('"') ? this.text.substring(start, this.at - 1) : stringWithEscapes(start);
	}

	private String stringWithEscapes(int start) throws RefusedTokenException {
		StringBuilder string = new StringBuilder(this.text.substring(start, this.at));
		while (!skip('"')) {
			char c = peek();
			if (c < ' ') {
				throw malformed();
			}
			this.at++;
			string.append((c == '\\') ? escaped() : c);
		}
		return requireWholePairs(string.toString());
	}

	private char escaped() throws RefusedTokenException {
		char c = peek();
		this.at++;
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
			char digit = peek();
			if (digit > 'f' || Character.digit(digit, 16) < 0) {
				throw malformed();
			}
			c = c << 4 | Character.digit(digit, 16);
			this.at++;
		}
		return (char) c;
	}

	private Number number() throws RefusedTokenException {
		int start = this.at;
		skip('-');
		if (!skip('0')) {
			digits();
		}
		int integerEnd = this.at;
		if (skip('.')) {
			digits();
		}
		if (skip('e') || skip('E')) {
			if (!skip('+')) {
				skip('-');
			}
			digits();
		}
		return numberOf(this.text.substring(start, this.at), this.at == integerEnd);
	}

	private void digits() throws RefusedTokenException {
		int start = this.at;
		while (this.at < this.text.length() && this.text.charAt(this.at) >= '0' && this.text.charAt(this.at) <= '9') {
			this.at++;
		}
		if (this.at == start) {
			throw malformed();
		}
	}

	private @Nullable Object literal(String word, @Nullable Object value) throws RefusedTokenException {
		if (!this.text.startsWith(word, this.at)) {
			throw malformed();
		}
		this.at += word.length();
		return value;
	}

	private void skipBlanks() {
		while (this.at < this.text.length() && " \t\n\r".indexOf(this.text.charAt(this.at)) >= 0) {
			this.at++;
		}
	}

	private boolean skip(char c) {
		boolean there = this.at < this.text.length() && this.text.charAt(this.at) == c;
		this.at += there ? 1 : 0;
		return there;
	}

	private void expect(char c) throws RefusedTokenException {
		if (!skip(c)) {
			throw malformed();
		}
	}

	private char peek() throws RefusedTokenException {
		if (this.at >= this.text.length()) {
			throw malformed();
		}
		return this.text.charAt(this.at);
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
