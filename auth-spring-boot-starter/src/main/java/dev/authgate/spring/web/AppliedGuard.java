package dev.authgate.spring.web;

import java.util.List;

import dev.authgate.Caller;
import dev.authgate.spring.guard.Guard;
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

	static Refusal refusalOf(RuntimeException denial, @Nullable AppliedGuard applied) {
		return Exceptions.refusalOf(denial, (applied != null) ? applied.guard.challenges() : List.of(),
				callerOf(applied) != null);
	}

	static @Nullable Caller callerOf(@Nullable AppliedGuard applied) {
		return (applied != null) ? applied.caller : null;
	}

}
