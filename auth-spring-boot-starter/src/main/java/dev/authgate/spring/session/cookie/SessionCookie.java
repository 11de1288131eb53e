package dev.authgate.spring.session.cookie;

import java.util.Set;

import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseCookie.ResponseCookieBuilder;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.SessionTrackingMode;

/**
 * The cookie of a session: hidden from scripts, sent to this host alone, and never put
 * into an address.
 *
 * @param name the name of the cookie
 * @param secure whether it is sent over https alone
 * @param sameSite whether it is sent with requests that other sites cause:
 * {@code Strict}, {@code Lax} or {@code None}
 */
public record SessionCookie(String name, boolean secure, String sameSite) implements ServletContextInitializer {

	/** All paths: what a cookie with the prefix {@code __Host-} must have. */
	public static final String PATH = "/";

	@Override
	public void onStartup(ServletContext context) {
		SessionCookieConfig config = context.getSessionCookieConfig();
		config.setName(this.name);
		config.setPath(PATH);
		config.setHttpOnly(true);
		config.setSecure(this.secure);
		config.setAttribute("SameSite", this.sameSite);
		context.setSessionTrackingModes(Set.of(SessionTrackingMode.COOKIE));
	}

	/**
	 * Tells whether the cookie has a name of its own, and others beside it need one as
	 * well: of two applications on one host each would overwrite those of the other.
	 */
	boolean hasOwnName() {
		return !this.name.equals(this.secure ? "__Host-session" : "session");
	}

	/**
	 * Makes a cookie with the same attributes.
	 */
	ResponseCookieBuilder named(String other, String value) {
		return ResponseCookie.from(other, value).path(PATH).httpOnly(true).secure(this.secure).sameSite(this.sameSite);
	}

}
