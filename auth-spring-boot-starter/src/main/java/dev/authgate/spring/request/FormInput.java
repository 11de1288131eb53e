package dev.authgate.spring.request;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A form that a client sent, read strictly and from the body alone: what stands in an
 * address is none of it.
 * <p>
 * For use by the thread that serves the request.
 */
public final class FormInput {

	private static final String TYPE = "application/x-www-form-urlencoded";

	// Room for a long password each character of which takes six.
	private static final int MAX_BYTES = 64 * 1024;

	private static final char REPLACED = '\ufffd';

	private final Map<String, String> values;

	private FormInput(Map<String, String> values) {
		this.values = values;
	}

	/**
	 * Tells whether a request has a form.
	 * @param request the request
	 * @return {@code true} if it says so
	 */
	public static boolean isIn(HttpServletRequest request) {
		String contentType = request.getContentType();
		if (contentType == null) {
			return false;
		}
		int end = contentType.indexOf(';');
		String type = (end < 0) ? contentType : contentType.substring(0, end);
		return type.strip().toLowerCase(Locale.ROOT).equals(TYPE);
	}

	/**
	 * Reads the body of a request.
	 * @param request the request
	 * @return the form that it holds
	 * @throws RefusalException if it is no form in UTF-8, longer than 64 KiB, or has a
	 * field twice (RFC 6749 section 3.2)
	 */
	public static FormInput read(HttpServletRequest request) {
		byte[] body = BoundedBody.read(request, MAX_BYTES);
		if (!isIn(request)) {
			throw RefusalException.badRequest();
		}
		if (body.length == 0) {
			return new FormInput(alreadyRead(request));
		}
		String text = utf8(ByteBuffer.wrap(body));
		Map<String, String> values = new HashMap<>();
		for (String pair : text.isEmpty() ? new String[0] : text.split("&")) {
			int equals = pair.indexOf('=');
			String name = decoded((equals < 0) ? pair : pair.substring(0, equals));
			if (values.putIfAbsent(name, decoded((equals < 0) ? "" : pair.substring(equals + 1))) != null) {
				throw RefusalException.badRequest();
			}
		}
		return new FormInput(values);
	}

	/**
	 * Gives a field that must be there.
	 * @param name the name of the field
	 * @return its value, which may be empty
	 * @throws RefusalException if there is none
	 */
	public String text(String name) {
		String value = this.values.get(name);
		if (value == null) {
			throw RefusalException.badRequest();
		}
		return value;
	}

	/**
	 * Gives a field that may be missing.
	 * @param name the name of the field
	 * @return its value, which may be empty, or {@code null} if there is none
	 */
	public @Nullable String optionalText(String name) {
		return this.values.get(name);
	}

	/**
	 * Gives a field, unless it is empty.
	 * @param name the name of the field
	 * @return its value, or {@code null} if there is none or nothing in it
	 */
	public @Nullable String filled(String name) {
		String value = this.values.getOrDefault(name, "");
		return value.isEmpty() ? null : value;
	}

	/**
	 * Tells whether a box was ticked.
	 * @param name the name of the field
	 * @return {@code true} if it is there and says yes
	 */
	public boolean isChecked(String name) {
		String value = this.values.getOrDefault(name, "");
		return value.equals("on") || value.equals("true") || value.equals("1");
	}

	// A filter such as Spring's for hidden methods had the container read the form, with
	// which it mixes what stands in the address, and puts a mark in the place of what it
	// cannot decode.
	private static Map<String, String> alreadyRead(HttpServletRequest request) {
		if (request.getQueryString() != null) {
			throw RefusalException.badRequest();
		}
		Map<String, String> values = new HashMap<>();
		parametersOf(request).forEach((name, all) -> {
			if (all.length != 1 || name.indexOf(REPLACED) >= 0 || all[0].indexOf(REPLACED) >= 0) {
				throw RefusalException.badRequest();
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
			throw RefusalException.badRequest();
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
			throw RefusalException.badRequest();
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
			throw RefusalException.badRequest();
		}
	}

}
