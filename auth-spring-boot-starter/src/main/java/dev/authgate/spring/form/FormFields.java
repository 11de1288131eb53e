package dev.authgate.spring.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The fields of a form, read from the body alone: what stands in an address is none of
 * them.
 * <p>
 * For use by the thread that serves the request.
 */
final class FormFields {

	private static final String TYPE = "application/x-www-form-urlencoded";

	// Room for a long password each character of which takes six.
	private static final int MAX_BYTES = 64 * 1024;

	private final Map<String, String> values;

	private FormFields(Map<String, String> values) {
		this.values = values;
	}

	static boolean isForm(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		int end = contentType.indexOf(';');
		String type = (end < 0) ? contentType : contentType.substring(0, end);
		return type.strip().toLowerCase(Locale.ROOT).equals(TYPE);
	}

	/**
	 * Reads the body of a request.
	 * @throws RefusalException if it is no form in UTF-8, too long, or has a field twice
	 */
	static FormFields read(HttpServletRequest request) {
		byte[] body = bodyOf(request);
		if (!isForm(request.getContentType()) || body.length > MAX_BYTES) {
			throw bad();
		}
		String text = utf8(ByteBuffer.wrap(body));
		Map<String, String> values = new HashMap<>();
		for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
			int equals = pair.indexOf('=');
			String name = decoded((equals < 0) ? pair : pair.substring(0, equals));
			if (values.putIfAbsent(name, decoded((equals < 0) ? "" : pair.substring(equals + 1))) != null) {
				throw bad();
			}
		}
		return new FormFields(values);
	}

	/**
	 * Gives a field that must be there.
	 * @throws RefusalException if it is not
	 */
	String required(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw bad();
		}
		return value;
	}

	@Nullable String optional(String name) {
		return this.values.get(name);
	}

	/**
	 * Tells whether a box was ticked.
	 */
	boolean isChecked(String name) {
		String value = this.values.getOrDefault(name, "");
		return value.equals("on") || value.equals("true") || value.equals("1");
	}

	static RefusalException bad() {
		return new RefusalException(Refusal.of(ErrorCode.BAD_REQUEST));
	}

	// Broken chunks and connections are the client's doing.
	private static byte[] bodyOf(HttpServletRequest request) {
		try {
			return request.getInputStream().readNBytes(MAX_BYTES + 1);
		}
		catch (IOException ex) {
			throw bad();
		}
	}

	// Strictly: a decoder that replaces what it cannot read makes one password of two.
	private static String decoded(String text) {
		if (text.indexOf('%') < 0) {
			return text.replace('+', ' ');
		}
		ByteBuffer bytes = ByteBuffer.allocate(text.length() * 3);
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '%') {
				bytes.put((byte) escape(text, i));
				i += 2;
			}
			else {
				bytes.put(((c == '+') ? " " : String.valueOf(c)).getBytes(StandardCharsets.UTF_8));
			}
		}
		return utf8(bytes.flip());
	}

	private static int escape(String text, int at) {
		int high = (at + 2 < text.length()) ? Character.digit(text.charAt(at + 1), 16) : -1;
		int low = (high >= 0) ? Character.digit(text.charAt(at + 2), 16) : -1;
		if (low < 0) {
			throw bad();
		}
		return high << 4 | low;
	}

	private static String utf8(ByteBuffer bytes) {
		try {
			return StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(bytes)
				.toString();
		}
		catch (CharacterCodingException ex) {
			throw bad();
		}
	}

}
