package dev.authgate.spring.web;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.spring.guard.Guard;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.Shortfall;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.web.method.HandlerMethod;

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

	private final Set<java.lang.reflect.Method> warned = ConcurrentHashMap.newKeySet();

	ForeignChain(Supplier<Guards> guards, SecurityContextHolderStrategy contexts) {
		this.guards = guards;
		this.contexts = contexts;
	}

	Decision decide(HandlerMethod handler) {
		Guard declared = this.guards.get().declaredGuardOf(handler);
		if (declared == null) {
			return Decision.Granted.ANONYMOUS;
		}
		if (this.guards.get().choosesAuthenticators(handler)) {
			warnOnce(handler);
			return new Decision.Refused(Refusal.of(ErrorCode.ACCESS_DENIED), null);
		}
		if (declared.requirement().isNone()) {
			return Decision.Granted.ANONYMOUS;
		}
		Caller caller = Callers.of(this.contexts.getContext().getAuthentication());
		if (caller == null) {
			return new Decision.Refused(Refusal.of(ErrorCode.MISSING_CREDENTIALS), null);
		}
		Shortfall shortfall = declared.requirement().judge(caller.user().permissions(), caller.roles());
		return shortfall.any() ? new Decision.Refused(
				Refusal.of(ErrorCode.INSUFFICIENT_PERMISSIONS, List.of()).missing(shortfall.permissions(), false),
				caller) : Decision.Granted.ANONYMOUS;
	}

	private void warnOnce(HandlerMethod handler) {
		if (this.warned.add(handler.getMethod())) {
			logger.warn(handler.getShortLogMessage() + " has @Authenticated(by = …), but a SecurityFilterChain of the "
					+ "application serves its path, where authgate's authenticators are not asked; it is refused with 403");
		}
	}

}
