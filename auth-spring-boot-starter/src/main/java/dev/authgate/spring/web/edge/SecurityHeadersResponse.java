package dev.authgate.spring.web.edge;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

/**
 * A response with security headers already set, where a handler's own value takes the
 * place of ours instead of standing beside it.
 * <p>
 * For use by the thread that serves the request.
 */
final class SecurityHeadersResponse extends HttpServletResponseWrapper {

	private final SecurityHeaders headers;

	private final boolean secure;

	private final Set<String> replaced = new HashSet<>(0);

	SecurityHeadersResponse(HttpServletResponse response, SecurityHeaders headers, boolean secure) {
		super(response);
		this.headers = headers;
		this.secure = secure;
	}

	@Override
	public void addHeader(String name, String value) {
		if (isOurs(name) && this.replaced.add(name.toLowerCase(Locale.ROOT))) {
			super.setHeader(name, value);
		}
		else {
			super.addHeader(name, value);
		}
		afterHeader(name, value);
	}

	@Override
	public void setHeader(String name, String value) {
		if (isOurs(name)) {
			this.replaced.add(name.toLowerCase(Locale.ROOT));
		}
		super.setHeader(name, value);
		afterHeader(name, value);
	}

	@Override
	public void setContentType(@Nullable String type) {
		super.setContentType(type);
		writePolicyIfHtml(type);
	}

	@Override
	public void reset() {
		super.reset();
		this.replaced.clear();
		this.headers.write(this.secure, (HttpServletResponse) getResponse());
	}

	private void afterHeader(String name, @Nullable String value) {
		if ("Content-Type".equalsIgnoreCase(name)) {
			writePolicyIfHtml(value);
		}
	}

	private void writePolicyIfHtml(@Nullable String type) {
		if (type != null && type.regionMatches(true, 0, "text/html", 0, "text/html".length())) {
			this.headers.writePolicy((HttpServletResponse) getResponse());
		}
	}

	private static boolean isOurs(String name) {
		return switch (name.length()) {
			case 13 -> SecurityHeaders.CACHE_CONTROL.equalsIgnoreCase(name);
			case 15 -> SecurityHeaders.FRAME_OPTIONS.equalsIgnoreCase(name);
			case 22 -> SecurityHeaders.CONTENT_TYPE_OPTIONS.equalsIgnoreCase(name);
			case 23 -> SecurityHeaders.CONTENT_SECURITY_POLICY.equalsIgnoreCase(name);
			case 25 -> SecurityHeaders.STRICT_TRANSPORT_SECURITY.equalsIgnoreCase(name);
			default -> false;
		};
	}

}
