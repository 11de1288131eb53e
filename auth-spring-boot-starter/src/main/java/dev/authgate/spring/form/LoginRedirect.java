package dev.authgate.spring.form;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.session.SessionAuthenticator;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.LoginEntry;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Sends people who look for a page without being logged in to the login, from where they
 * come back.
 * <p>
 * Programs and scripts get the refusal itself: they cannot fill in a form. Immutable.
 */
public final class LoginRedirect implements LoginEntry {

	private final LoginPaths paths;

	/**
	 * Makes the entry.
	 * @param paths where the login is
	 */
	public LoginRedirect(LoginPaths paths) {
		this.paths = paths;
	}

	@Override
	public boolean answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
		Guard guard = refusal.guard();
		if (guard == null || !guard.accepts(SessionAuthenticator.NAME) || !isOfNobody(refusal) || !isRead(request)
				|| isByScript(request)) {
			return false;
		}
		boolean sessionAlone = guard.authenticators().size() == 1;
		if (!(sessionAlone || wantsPage(request)) || NativeRequest.path(request).equals(this.paths.login())) {
			return false;
		}
		response.resetBuffer();
		response.setStatus(HttpServletResponse.SC_FOUND);
		response.setHeader(HttpHeaders.LOCATION, request.getContextPath() + this.paths.login() + back(request));
		return true;
	}

	// A session that was ended is as good as none, and gone by now.
	private static boolean isOfNobody(Refusal refusal) {
		return refusal.code() == ErrorCode.MISSING_CREDENTIALS || (refusal.code() == ErrorCode.INVALID_CREDENTIALS
				&& refusal.presented() != null && refusal.presented().name().equals(SessionAuthenticator.NAME));
	}

	private static boolean isRead(HttpServletRequest request) {
		return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
	}

	private static boolean isByScript(HttpServletRequest request) {
		return "XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
				|| "empty".equals(request.getHeader("Sec-Fetch-Dest"));
	}

	// Browsers name HTML when they look for a page; others take whatever there is.
	private static boolean wantsPage(HttpServletRequest request) {
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.toLowerCase(Locale.ROOT).contains("text/html");
	}

	private static String back(HttpServletRequest request) {
		String query = request.getQueryString();
		@Nullable LocalTarget target = LocalTarget.parse(NativeRequest.path(request) + ((query != null) ? "?" + query : ""));
		return (target != null && request.getMethod().equals("GET"))
				? "?" + LoginPaths.CONTINUE + "=" + URLEncoder.encode(target.path(), StandardCharsets.UTF_8) : "";
	}

}
