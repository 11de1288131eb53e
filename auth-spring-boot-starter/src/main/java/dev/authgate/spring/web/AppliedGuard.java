package dev.authgate.spring.web;

import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.spring.guard.Guard;
import dev.authgate.spring.guard.NamedAuthenticator;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.ServletRequest;

/**
 * The guard that was applied to a request, remembered for the check at dispatch.
 *
 * @param guard the guard
 * @param caller who was let through, {@code null} for an anonymous caller
 */
record AppliedGuard(Guard guard, @Nullable Caller caller) {

	private static final String ATTRIBUTE = AppliedGuard.class.getName();

	static @Nullable AppliedGuard of(ServletRequest request) {
		return (AppliedGuard) request.getAttribute(ATTRIBUTE);
	}

	void storeIn(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	boolean isBearer() {
		return this.caller != null && isBearer(this.guard, this.caller.authenticator());
	}

	static boolean isBearer(Guard guard, String authenticator) {
		for (NamedAuthenticator named : guard.authenticators()) {
			Challenge challenge = named.authenticator().challenge();
			if (named.name().equals(authenticator)) {
				return challenge != null && challenge.isBearer();
			}
		}
		return false;
	}

	static @Nullable Caller callerOf(@Nullable AppliedGuard applied) {
		return (applied != null) ? applied.caller : null;
	}

}
