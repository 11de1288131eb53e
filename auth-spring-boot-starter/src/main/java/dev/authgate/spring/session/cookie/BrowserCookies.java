package dev.authgate.spring.session.cookie;

import java.util.List;

import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * All cookies that a login leaves in a browser.
 *
 * @param session the cookie of the session
 * @param remember the cookie of a login that outlasts it
 */
public record BrowserCookies(SessionCookie session, RememberCookie remember) {

	/**
	 * Removes them from a browser, as far as it sent them: otherwise an answer that
	 * another site made the browser ask for would remove what that site cannot send.
	 * @param request the request
	 * @param response its response, not committed
	 */
	public void remove(HttpServletRequest request, HttpServletResponse response) {
		String csrf = CsrfCookie.nameBeside(this.session);
		for (String name : List.of(this.session.name(), this.remember.name(), csrf)) {
			if (WebUtils.getCookie(request, name) != null) {
				response.addHeader(HttpHeaders.SET_COOKIE,
						this.session.named(name, "").httpOnly(!name.equals(csrf)).maxAge(0).build().toString());
			}
		}
	}

}
