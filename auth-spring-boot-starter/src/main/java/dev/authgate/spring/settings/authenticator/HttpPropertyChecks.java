package dev.authgate.spring.settings.authenticator;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import dev.authgate.AsyncTokenValidator;
import dev.authgate.Challenge;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.authenticator.HttpProperties.Basic;
import dev.authgate.spring.settings.authenticator.HttpProperties.Bearer;
import dev.authgate.spring.settings.authenticator.HttpProperties.ForwardedUser;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values for the authenticators of HTTP that are well-formed and could not work.
 */
public final class HttpPropertyChecks {

	// https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final AsyncTokenValidator ANY = (token) -> new CompletableFuture<>();

	private HttpPropertyChecks() {
	}

	/**
	 * Refuses values of the authenticators.
	 * @param bearer the values of bearer tokens
	 * @param basic the values of user names and passwords
	 * @param forwarded the values of users that a proxy names
	 * @throws MisconfigurationException for the first that could not work
	 */
	public static void check(Bearer bearer, Basic basic, ForwardedUser forwarded) {
		refuseRealm("authgate.bearer.realm", bearer.realm());
		refuseRealm("authgate.basic.realm", basic.realm());
		refuseTimeout(bearer.timeout());
		refuseHeader("id-header", forwarded.idHeader(), "X-Forwarded-User");
		refuseHeader("permissions-header", forwarded.permissionsHeader(), "X-Forwarded-Permissions");
		refuseHeader("client-address-header", forwarded.clientAddressHeader(), "X-Forwarded-For");
		if (forwarded.idHeader().equalsIgnoreCase(forwarded.permissionsHeader())) {
			throw new MisconfigurationException(
					"authgate.forwarded-user.id-header and authgate.forwarded-user.permissions-header name the same header.",
					"Name two headers, or remove a line.");
		}
	}

	private static void refuseRealm(String where, @Nullable String realm) {
		try {
			Challenge.bearer(realm);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException(where + ": " + ex.getMessage() + ".",
					"Use letters, digits and blanks.");
		}
	}

	private static void refuseTimeout(Duration timeout) {
		try {
			ANY.waiting(timeout);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.bearer.timeout: " + ex.getMessage() + ".",
					"Set it to 5s, say.");
		}
	}

	private static void refuseHeader(String property, String header, String example) {
		if (!TOKEN.matcher(header).matches()) {
			throw new MisconfigurationException(
					"authgate.forwarded-user." + property + " is no name that a header can have.",
					"Use letters, digits and dashes, for example " + example + ".");
		}
	}

}
