package dev.authgate.spring.form;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Sends browsers from a form to a page.
 */
final class Redirects {

	private Redirects() {
	}

	// 303: the page is fetched with GET, whatever the form was sent with.
	static ServerResponse to(LocalTarget target, HttpServletRequest request, @Nullable String cookie) {
		ServerResponse.BodyBuilder redirect = ServerResponse.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, target.location(request));
		return ((cookie != null) ? redirect.header(HttpHeaders.SET_COOKIE, cookie) : redirect).build();
	}

}
