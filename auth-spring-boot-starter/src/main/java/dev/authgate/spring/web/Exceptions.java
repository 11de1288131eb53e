package dev.authgate.spring.web;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import dev.authgate.AuthException;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.MissingPermissions;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;

import jakarta.servlet.ServletException;

/**
 * Finds the denial in an exception's chain of causes and says how it is answered.
 */
public final class Exceptions {

	private Exceptions() {
	}

	/**
	 * Finds a denial.
	 * @param exception what was thrown
	 * @return the denial that it is, or that caused it; {@code null} if there is none
	 */
	public static @Nullable RuntimeException denialIn(Throwable exception) {
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		for (Throwable cause = exception; cause != null && seen.add(cause); cause = next(cause)) {
			if (isDenial(cause)) {
				return (RuntimeException) cause;
			}
		}
		return null;
	}

	static boolean isDenial(Throwable exception) {
		return isDenialType(exception.getClass());
	}

	static boolean isDenialType(Class<?> type) {
		return type == RefusalException.class || AuthException.class.isAssignableFrom(type)
				|| AccessDeniedException.class.isAssignableFrom(type)
				|| AuthenticationException.class.isAssignableFrom(type);
	}

	/**
	 * Says how a denial is answered.
	 * @param denial what {@link #denialIn} found
	 * @param applied the guard that let the caller through, if one did
	 * @return the answer
	 */
	public static Refusal refusalOf(RuntimeException denial, @Nullable AppliedGuard applied) {
		Guard guard = (applied != null) ? applied.guard() : null;
		if (denial instanceof RefusalException refused) {
			return refused.refusal();
		}
		if (denial instanceof AuthException ours) {
			return Refusal.of(ours, guard);
		}
		if (denial instanceof AuthenticationServiceException) {
			return Refusal.of(ErrorCode.UNAVAILABLE);
		}
		if (denial instanceof AccessDeniedException denied && applied != null && applied.caller() != null) {
			return refusalOfKnown(denied, applied);
		}
		return Refusal.of((denial instanceof AuthenticationCredentialsNotFoundException
				|| denial instanceof AccessDeniedException) ? ErrorCode.MISSING_CREDENTIALS
						: ErrorCode.INVALID_CREDENTIALS,
				guard);
	}

	private static Refusal refusalOfKnown(AccessDeniedException denial, AppliedGuard applied) {
		if (denial instanceof AuthorizationDeniedException denied
				&& denied.getAuthorizationResult() instanceof MissingPermissions missing) {
			return Refusal.of(ErrorCode.INSUFFICIENT_PERMISSIONS, applied.guard())
				.missing(missing.shortfall().permissions(), applied.presented());
		}
		return Refusal.of(ErrorCode.ACCESS_DENIED, applied.guard());
	}

	private static @Nullable Throwable next(Throwable exception) {
		return (exception instanceof ServletException servlet && servlet.getRootCause() != null)
				? servlet.getRootCause() : exception.getCause();
	}

}
