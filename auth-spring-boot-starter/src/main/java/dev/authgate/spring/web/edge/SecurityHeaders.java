package dev.authgate.spring.web.edge;

import org.springframework.web.util.WebUtils;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The security headers of every answer; an empty value leaves a header out.
 *
 * @param contentTypeOptions the value of {@code X-Content-Type-Options}
 * @param frameOptions the value of {@code X-Frame-Options}
 * @param cacheControl the value of {@code Cache-Control}
 * @param contentSecurityPolicy the value of {@code Content-Security-Policy}, on HTML only
 * @param strictTransportSecurity the value of {@code Strict-Transport-Security}, over
 * https only (RFC 6797 section 7.2)
 */
public record SecurityHeaders(String contentTypeOptions, String frameOptions, String cacheControl,
		String contentSecurityPolicy, String strictTransportSecurity) {

	static final String CONTENT_TYPE_OPTIONS = "X-Content-Type-Options";

	static final String FRAME_OPTIONS = "X-Frame-Options";

	public static final String CACHE_CONTROL = "Cache-Control";

	static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";

	static final String STRICT_TRANSPORT_SECURITY = "Strict-Transport-Security";

	/**
	 * Sets the headers before anything is written, each to be replaced by what a handler
	 * sets; what is set already is kept.
	 * @param request the request
	 * @param response its response
	 * @return the response to be written to
	 */
	public HttpServletResponse apply(HttpServletRequest request, HttpServletResponse response) {
		if (request.getDispatcherType() != DispatcherType.REQUEST
				&& WebUtils.getNativeResponse(response, SecurityHeadersResponse.class) != null) {
			return response;
		}
		write(request.isSecure(), response);
		return new SecurityHeadersResponse(response, this, request.isSecure());
	}

	public void write(boolean secure, HttpServletResponse response) {
		set(response, CONTENT_TYPE_OPTIONS, this.contentTypeOptions);
		set(response, FRAME_OPTIONS, this.frameOptions);
		set(response, CACHE_CONTROL, this.cacheControl);
		if (secure) {
			set(response, STRICT_TRANSPORT_SECURITY, this.strictTransportSecurity);
		}
	}

	void writePolicy(HttpServletResponse response) {
		set(response, CONTENT_SECURITY_POLICY, this.contentSecurityPolicy);
	}

	// What stands there was set by a filter before us, or by the handler before the
	// request was dispatched again.
	private static void set(HttpServletResponse response, String name, String value) {
		if (!value.isEmpty() && !response.containsHeader(name)) {
			response.setHeader(name, value);
		}
	}

}
