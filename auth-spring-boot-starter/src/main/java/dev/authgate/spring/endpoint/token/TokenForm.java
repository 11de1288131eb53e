package dev.authgate.spring.endpoint.token;

import dev.authgate.secret.Secret;
import dev.authgate.spring.request.FormInput;
import dev.authgate.spring.request.JsonInput;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a client sends about a token, as a form (OAuth 2.0) or as JSON.
 * <p>
 * For use by the thread that serves the request.
 */
final class TokenForm {

	private final @Nullable FormInput form;

	private final @Nullable JsonInput json;

	private TokenForm(@Nullable FormInput form, @Nullable JsonInput json) {
		this.form = form;
		this.json = json;
	}

	static TokenForm read(HttpServletRequest request) {
		return FormInput.isIn(request) ? new TokenForm(FormInput.read(request), null)
				: new TokenForm(null, JsonInput.read(request));
	}

	boolean isForm() {
		return this.form != null;
	}

	Secret secret(String name) {
		String text = text(name);
		if (text == null || text.isEmpty()) {
			throw RefusalException.badRequest();
		}
		return Secret.of(text);
	}

	@Nullable String text(String name) {
		if (this.form != null) {
			return this.form.optionalText(name);
		}
		return (this.json != null) ? this.json.optionalText(name) : null;
	}

}
