package dev.authgate.spring.web;

import dev.authgate.AuthException;
import dev.authgate.AuthRequest;
import dev.authgate.Caller;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.guard.model.NamedPolicy;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.web.authentication.AuthenticatorChain;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Asks the policies of a requirement about a request; the first that does not permit it
 * ends the search.
 * <p>
 * Safe for use by several threads.
 */
final class PolicyCheck {

	private final FailureLog failures = new FailureLog("such requests are refused with 503");

	private final AuthenticatorChain chain;

	PolicyCheck(AuthenticatorChain chain) {
		this.chain = chain;
	}

	@Nullable Refusal refusalOf(Requirement requirement, Caller caller, HttpServletRequest request, @Nullable Guard guard) {
		return requirement.policies().isEmpty() ? null
				: refusalOf(requirement, caller, this.chain.viewOf(request), guard);
	}

	@Nullable Refusal refusalOf(Requirement requirement, Caller caller, AuthRequest asked, @Nullable Guard guard) {
		for (NamedPolicy policy : requirement.policies()) {
			Refusal refusal = refusalOf(policy, caller, asked, guard);
			if (refusal != null) {
				return refusal;
			}
		}
		return null;
	}

	private @Nullable Refusal refusalOf(NamedPolicy named, Caller caller, AuthRequest request, @Nullable Guard guard) {
		try {
			return named.policy().permits(caller, request) ? null : Refusal.of(ErrorCode.ACCESS_DENIED, guard);
		}
		catch (AuthException ex) {
			return Refusal.of(ex, guard);
		}
		catch (RuntimeException ex) {
			this.failures.report("The policy '" + named.name() + "'", ex);
			return Refusal.of(ErrorCode.UNAVAILABLE);
		}
	}

}
