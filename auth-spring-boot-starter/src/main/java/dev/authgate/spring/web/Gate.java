package dev.authgate.spring.web;

import java.util.Objects;

import dev.authgate.AuthRequest;
import dev.authgate.Caller;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.Shortfall;
import dev.authgate.spring.web.authentication.AuthenticatorChain;
import dev.authgate.spring.web.authentication.Verdict;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.context.SecurityContextHolderStrategy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Decides whether a guard lets a request through.
 * <p>
 * Authentication comes first: who is not known learns nothing about permissions. Safe for
 * use by several threads.
 */
public final class Gate {

	private final AuthenticatorChain chain;

	private final OffMode offMode;

	private final SecurityContextHolderStrategy contexts;

	private final PolicyCheck policies;

	Gate(AuthenticatorChain chain, OffMode offMode, SecurityContextHolderStrategy contexts, PolicyCheck policies) {
		this.chain = chain;
		this.offMode = offMode;
		this.contexts = contexts;
		this.policies = policies;
	}

	Decision decide(Guard guard, HttpServletRequest request, HttpServletResponse response) {
		if (guard.access() == Access.PUBLIC && !this.offMode.isOn()) {
			Caller caller = presetCaller(guard);
			return (caller != null) ? preset(caller) : Decision.Granted.ANONYMOUS;
		}
		if (guard.access() == Access.DENIED) {
			return new Decision.Refused(Refusal.of(ErrorCode.ACCESS_DENIED, guard), null);
		}
		if (this.offMode.isOn()) {
			return this.offMode.decide(request);
		}
		Verdict verdict = this.chain.ask(guard, request, response);
		if (verdict instanceof Verdict.Known known) {
			return require(granted(known), guard, known.presented(), request);
		}
		if (verdict instanceof Verdict.Forged forged) {
			return new Decision.Refused(Refusal.of(ErrorCode.CSRF, guard), forged.caller());
		}
		if (verdict instanceof Verdict.Rejected rejected && !isForgiven(rejected.refusal(), guard)) {
			return new Decision.Refused(rejected.refusal(), null);
		}
		return withoutCredentials(guard, request);
	}

	/**
	 * Judges a caller who was authenticated before by the guard of the handler that the
	 * request was really dispatched to.
	 */
	Decision recheck(Guard guard, @Nullable Caller caller, HttpServletRequest request) {
		if (guard.access() == Access.PUBLIC) {
			return preset(caller);
		}
		if (guard.access() == Access.DENIED) {
			return new Decision.Refused(Refusal.of(ErrorCode.ACCESS_DENIED, guard), caller);
		}
		if (this.offMode.isOn() && caller != null) {
			return new Decision.Granted(caller, true);
		}
		if (caller != null && accepts(guard, caller)) {
			return require(preset(caller), guard, guard.authenticator(caller.authenticator()), request);
		}
		return (caller == null && guard.access().admitsAnonymous()) ? Decision.Granted.ANONYMOUS
				: new Decision.Refused(Refusal.of(ErrorCode.MISSING_CREDENTIALS, guard), null);
	}

	/**
	 * Judges a frame of an open socket by the credential that it carries itself.
	 * @param guard the guard of the handshake
	 * @param frame the frame as authenticators see it
	 * @return who sends it, or why it is refused; never an anonymous caller
	 */
	public Decision decide(Guard guard, AuthRequest frame) {
		Verdict verdict = this.chain.ask(guard, frame);
		if (verdict instanceof Verdict.Known known) {
			Refusal refusal = this.policies.refusalOf(guard.requirement(), known.caller(), frame, guard);
			return (refusal != null) ? new Decision.Refused(refusal, known.caller())
					: judge(granted(known), guard, known.presented());
		}
		return new Decision.Refused((verdict instanceof Verdict.Rejected rejected) ? rejected.refusal()
				: Refusal.of(ErrorCode.MISSING_CREDENTIALS, guard), null);
	}

	private Decision withoutCredentials(Guard guard, HttpServletRequest request) {
		Caller caller = presetCaller(guard);
		if (caller != null) {
			return require(preset(caller), guard, guard.authenticator(caller.authenticator()), request);
		}
		return guard.access().admitsAnonymous() ? Decision.Granted.ANONYMOUS
				: new Decision.Refused(Refusal.of(ErrorCode.MISSING_CREDENTIALS, guard), null);
	}

	// Test support and forwards leave a caller in the context; it is never merged with
	// one that the request itself proves.
	private @Nullable Caller presetCaller(Guard guard) {
		Caller caller = Callers.of(this.contexts.getContext().getAuthentication());
		return (caller != null && accepts(guard, caller)) ? caller : null;
	}

	// Whoever names an authenticator counts where that one is asked, and nowhere else.
	private static boolean accepts(Guard guard, Caller caller) {
		return guard.accepts(caller.authenticator()) || Callers.FOREIGN.equals(caller.authenticator());
	}

	// Who cannot be judged, or is known and kept out, is not anonymous.
	private static boolean isForgiven(Refusal refusal, Guard guard) {
		return guard.access() == Access.OPTIONAL_LENIENT && refusal.status() == 401;
	}

	// How it came to be there is not known, so a browser may have sent it.
	private static Decision.Granted preset(@Nullable Caller caller) {
		return new Decision.Granted(caller, true);
	}

	private static Decision.Granted granted(Verdict.Known known) {
		return new Decision.Granted(known.caller(), known.ambient());
	}

	private Decision require(Decision.Granted granted, Guard guard, @Nullable NamedAuthenticator presented,
			HttpServletRequest request) {
		Caller caller = Objects.requireNonNull(granted.caller());
		Refusal refusal = this.policies.refusalOf(guard.requirement(), caller, request, guard);
		return (refusal != null) ? new Decision.Refused(refusal, caller) : judge(granted, guard, presented);
	}

	private static Decision judge(Decision.Granted granted, Guard guard, @Nullable NamedAuthenticator presented) {
		Requirement requirement = guard.requirement();
		if (requirement.isNone()) {
			return granted;
		}
		Caller caller = Objects.requireNonNull(granted.caller());
		Shortfall shortfall = requirement.judge(caller.user().permissions(), caller.roles());
		return shortfall.any() ? new Decision.Refused(
				Refusal.of(ErrorCode.INSUFFICIENT_PERMISSIONS, guard).missing(shortfall.permissions(), presented),
				caller) : granted;
	}

}
