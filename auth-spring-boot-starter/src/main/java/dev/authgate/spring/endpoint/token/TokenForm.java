package dev.authgate.spring.endpoint.token;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.authgate.secret.Secret;
import dev.authgate.spring.endpoint.JsonInput;
import dev.authgate.spring.guard.handler.QueryParameters;
import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a client sends about a token, as a form (OAuth 2.0) or as JSON, read strictly.
 * <p>
 * For use by the thread that serves the request.
 */
final class TokenForm {

	private static final int MAX_BYTES = 16 * 1024;

	private static final String TYPE = "application/x-www-form-urlencoded";

	private final @Nullable JsonInput json;

	private final @Nullable MultiValueMap<String, String> form;

	private TokenForm(@Nullable JsonInput json, @Nullable MultiValueMap<String, String> form) {
		this.json = json;
		this.form = form;
	}

	static TokenForm read(HttpServletRequest request) {
		String type = request.getContentType();
		boolean form = type != null && type.regionMatches(true, 0, TYPE, 0, TYPE.length())
				&& (type.length() == TYPE.length() || " ;".indexOf(type.charAt(TYPE.length())) >= 0);
		return form ? new TokenForm(null, QueryParameters.parseAll(bodyOf(request)))
				: new TokenForm(JsonInput.read(request), null);
	}

	boolean isForm() {
		return this.form != null;
	}

	Secret secret(String name) {
		String text = text(name);
		if (text == null || text.isEmpty()) {
			throw JsonInput.bad();
		}
		return Secret.of(text);
	}

	// A parameter that is there twice is malformed (RFC 6749 section 3.2).
	@Nullable String text(String name) {
		if (this.json != null) {
			return this.json.optionalText(name);
		}
		List<String> values = (this.form != null) ? this.form.getOrDefault(name, List.of()) : List.of();
		if (values.size() > 1) {
			throw JsonInput.bad();
		}
		return values.isEmpty() ? null : values.get(0);
	}

	private static String bodyOf(HttpServletRequest request) {
		try {
			byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
			if (body.length > MAX_BYTES) {
				throw JsonInput.bad();
			}
			return new String(body, StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw JsonInput.bad();
		}
	}

}
