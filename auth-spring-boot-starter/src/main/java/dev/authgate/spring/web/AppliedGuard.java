package dev.authgate.spring.web;

import dev.authgate.Caller;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The guard that was applied to a request, remembered for the check at dispatch and for
 * the socket that the request opens.
 *
 * @param guard the guard
 * @param caller who was let through, {@code null} for an anonymous caller
 * @param ambient whether a browser may have sent the caller's credential by itself
 * @param method the method that was judged
 * @param uri the path that was judged
 */
public record AppliedGuard(Guard guard, @Nullable Caller caller, boolean ambient, String method, String uri) {

	private static final String ATTRIBUTE = AppliedGuard.class.getName();

	/**
	 * Finds what was applied to a request.
	 * @param request the request
	 * @return the guard and whom it let through, or {@code null} if the request passed no
	 * guard of ours
	 */
	public static @Nullable AppliedGuard of(ServletRequest request) {
		return (AppliedGuard) request.getAttribute(ATTRIBUTE);
	}

	static void store(Guard guard, Decision.Granted granted, HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, new AppliedGuard(guard, granted.caller(), granted.ambient(),
				request.getMethod(), request.getRequestURI()));
	}

	// Filters between ours and the dispatcher may show it another path or method.
	@Nullable Guard guardOf(HttpServletRequest dispatched) {
		boolean same = this.uri.equals(dispatched.getRequestURI()) && this.method.equals(dispatched.getMethod());
		return same ? this.guard : null;
	}

	@Nullable NamedAuthenticator presented() {
		return (this.caller != null) ? this.guard.authenticator(this.caller.authenticator()) : null;
	}

	/**
	 * Makes the same for another caller.
	 * @param other who is let through now
	 * @return the guard and that caller
	 */
	public AppliedGuard with(Caller other) {
		return new AppliedGuard(this.guard, other, this.ambient, this.method, this.uri);
	}

	static @Nullable Caller callerOf(@Nullable AppliedGuard applied) {
		return (applied != null) ? applied.caller : null;
	}

}
