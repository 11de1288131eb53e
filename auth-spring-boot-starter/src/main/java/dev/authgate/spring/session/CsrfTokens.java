package dev.authgate.spring.session;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import dev.authgate.Caller;
import dev.authgate.spring.session.cookie.CsrfCookie;
import dev.authgate.spring.session.page.PageToken;
import dev.authgate.spring.web.authentication.AmbientCheck;
import dev.authgate.spring.web.origin.SafeMethods;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Requires of each request that changes something, and whose caller is known by a
 * session, the token that the session's pages carry.
 * <p>
 * Views find it as the attribute {@code _csrf}, masked anew for each page, as Spring
 * Security's filter provides it. That filter itself runs before anybody is known, keeps a
 * token in every session and reads bodies of strangers. Safe for use by several threads.
 */
public final class CsrfTokens implements AmbientCheck {

	/** The field of a form that carries the token. */
	public static final String PARAMETER = "_csrf";

	/** The header that carries the token in place of a form. */
	public static final String HEADER = "X-CSRF-TOKEN";

	private final CsrfTokenRequestHandler handler = new XorCsrfTokenRequestAttributeHandler();

	private final @Nullable CsrfCookie cookie;

	/**
	 * Makes the check.
	 * @param cookie tells scripts the token, {@code null} where none ask
	 */
	public CsrfTokens(@Nullable CsrfCookie cookie) {
		this.cookie = cookie;
	}

	@Override
	public boolean couldBeForged(Caller caller, HttpServletRequest request, HttpServletResponse response) {
		KnownLogin login = KnownLogin.of(request);
		if (login == null || !isOfSession(caller)) {
			return false;
		}
		String token = login.stored().csrfToken().reveal();
		new PageToken(new DefaultCsrfToken(HEADER, PARAMETER, token), this.handler, request, response).show();
		if (this.cookie != null) {
			this.cookie.write(token, request, response);
		}
		return !SafeMethods.contain(request.getMethod()) && !isSent(token, request);
	}

	private boolean isSent(String token, HttpServletRequest request) {
		String plain = (this.cookie != null) ? request.getHeader(CsrfCookie.HEADER) : null;
		return isEqual(token, (plain != null) ? plain : unmasked(token, request));
	}

	// Only now that the caller is known may the body of a form be read. One that is
	// broken has no token.
	private @Nullable String unmasked(String token, HttpServletRequest request) {
		try {
			return this.handler.resolveCsrfTokenValue(request, new DefaultCsrfToken(HEADER, PARAMETER, token));
		}
		catch (IllegalStateException ex) {
			return null;
		}
	}

	// A group of authenticators that are all required may have the session among them.
	static boolean isOfSession(Caller caller) {
		return caller.authenticator().equals(SessionAuthenticator.NAME) || caller.authenticator().startsWith("all(");
	}

	private static boolean isEqual(String token, @Nullable String sent) {
		return sent != null
				&& MessageDigest.isEqual(token.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
	}

}
