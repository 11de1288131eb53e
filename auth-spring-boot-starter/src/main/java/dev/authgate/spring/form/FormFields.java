package dev.authgate.spring.form;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
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

	private static final char REPLACED = '\ufffd';

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
		if (body.length == 0) {
			return new FormFields(alreadyRead(request));
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

	/**
	 * Gives a field, unless it is empty.
	 */
	@Nullable String filled(String name) {
		String value = this.values.getOrDefault(name, "");
		return value.isEmpty() ? null : value;
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

	// A filter such as Spring's for hidden methods had the container read the form, with
	// which it mixes what stands in the address, and puts a mark in the place of what it
	// cannot decode.
	private static Map<String, String> alreadyRead(HttpServletRequest request) {
		if (request.getQueryString() != null) {
			throw bad();
		}
		Map<String, String> values = new HashMap<>();
		parametersOf(request).forEach((name, all) -> {
			if (all.length != 1 || name.indexOf(REPLACED) >= 0 || all[0].indexOf(REPLACED) >= 0) {
				throw bad();
			}
			values.put(name, all[0]);
		});
		return values;
	}

	// A container may refuse a form that is broken only when it is asked for it.
	private static Map<String, String[]> parametersOf(HttpServletRequest request) {
		try {
			return request.getParameterMap();
		}
		catch (IllegalStateException ex) {
			throw bad();
		}
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
		byte[] raw = text.getBytes(StandardCharsets.UTF_8);
		ByteBuffer bytes = ByteBuffer.allocate(raw.length);
		for (int i = 0; i < raw.length; i++) {
			if (raw[i] == '%') {
				bytes.put(escaped(raw, i));
				i += 2;
			}
			else {
				bytes.put((raw[i] == '+') ? (byte) ' ' : raw[i]);
			}
		}
		return utf8(bytes.flip());
	}

	private static byte escaped(byte[] raw, int at) {
		if (at + 2 >= raw.length || !HexFormat.isHexDigit(raw[at + 1]) || !HexFormat.isHexDigit(raw[at + 2])) {
			throw bad();
		}
		return (byte) (HexFormat.fromHexDigit(raw[at + 1]) << 4 | HexFormat.fromHexDigit(raw[at + 2]));
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
