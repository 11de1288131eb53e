package dev.authgate.spring.session.page;

import java.util.Objects;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * The token of a session as a page carries it: masked by Spring Security's handler when a
 * page asks for it, which few requests do.
 * <p>
 * For use by the threads that serve the request.
 */
@SuppressWarnings("serial")
public final class PageToken implements CsrfToken {

	private final CsrfToken plain;

	private final CsrfTokenRequestHandler masking;

	private final HttpServletRequest request;

	private final HttpServletResponse response;

	/**
	 * Makes the token of one page.
	 * @param plain the token of the session
	 * @param masking masks it
	 * @param request the request for the page
	 * @param response its response
	 */
	public PageToken(CsrfToken plain, CsrfTokenRequestHandler masking, HttpServletRequest request,
			HttpServletResponse response) {
		this.plain = plain;
		this.masking = masking;
		this.request = request;
		this.response = response;
	}

	/**
	 * Shows the token to the views of the request, under the names that Spring Security's
	 * filter uses.
	 */
	public void show() {
		this.request.setAttribute(CsrfToken.class.getName(), this);
		this.request.setAttribute(this.plain.getParameterName(), this);
	}

	@Override
	public String getHeaderName() {
		return this.plain.getHeaderName();
	}

	@Override
	public String getParameterName() {
		return this.plain.getParameterName();
	}

	// The handler puts its own token in the place of this one.
	@Override
	public String getToken() {
		this.masking.handle(this.request, this.response, () -> this.plain);
		Object masked = this.request.getAttribute(CsrfToken.class.getName());
		return ((CsrfToken) Objects.requireNonNull(masked)).getToken();
	}

}
