package dev.authgate.spring.web;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.Shortfall;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.method.HandlerMethod;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Judges handlers under a filter chain of the application's own, where our filter did not
 * run: permissions and roles count, from the authorities that chain granted; who may come
 * in, and how, is that chain's business.
 * <p>
 * Safe for use by several threads.
 */
final class ForeignChain {

	private static final Log logger = LogFactory.getLog(ForeignChain.class);

	private final Supplier<Guards> guards;

	private final SecurityContextHolderStrategy contexts;

	private final PolicyCheck policies;

	private final Set<Method> warned = ConcurrentHashMap.newKeySet();

	ForeignChain(Supplier<Guards> guards, SecurityContextHolderStrategy contexts, PolicyCheck policies) {
		this.policies = policies;
		this.guards = guards;
		this.contexts = contexts;
	}

	Decision decide(HttpServletRequest request, Object handler) {
		if (this.guards.get().choosesAuthenticators(handler)) {
			warnOnce(handler);
			return new Decision.Refused(Refusal.of(ErrorCode.ACCESS_DENIED), null);
		}
		Requirement requirement = this.guards.get().requirementOf(request, handler);
		return requirement.isNone() ? Decision.Granted.ANONYMOUS : judge(requirement, request);
	}

	private Decision judge(Requirement requirement, HttpServletRequest request) {
		Caller caller = Callers.of(this.contexts.getContext().getAuthentication());
		if (caller == null) {
			return new Decision.Refused(Refusal.of(ErrorCode.MISSING_CREDENTIALS), null);
		}
		Refusal refusal = this.policies.refusalOf(requirement, caller, request, null);
		if (refusal != null) {
			return new Decision.Refused(refusal, caller);
		}
		Shortfall shortfall = requirement.judge(caller.user().permissions(), caller.roles());
		return shortfall.any()
				? new Decision.Refused(
						Refusal.of(ErrorCode.INSUFFICIENT_PERMISSIONS).missing(shortfall.permissions(), null), caller)
				: Decision.Granted.ANONYMOUS;
	}

	private void warnOnce(Object handler) {
		if (handler instanceof HandlerMethod method && this.warned.add(method.getMethod())) {
			logger.warn(method.getShortLogMessage() + " has @Authenticated(by = …), but a SecurityFilterChain of the "
					+ "application serves its path, where authgate's authenticators are not asked; it is refused with 403");
		}
	}

}
