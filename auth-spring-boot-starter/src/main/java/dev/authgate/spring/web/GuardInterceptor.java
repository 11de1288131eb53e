package dev.authgate.spring.web;

import java.io.IOException;
import java.util.function.Supplier;

import dev.authgate.Caller;
import dev.authgate.spring.guard.Guard;
import dev.authgate.spring.guard.Guards;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Checks again, at the handler that is really dispatched to, that its guard was met.
 * <p>
 * What was found out before dispatch can differ from it: a form's parameters choose the
 * handler, it was registered while the application runs, or the request was forwarded.
 * Safe for use by several threads.
 */
public final class GuardInterceptor implements HandlerInterceptor {

	private final Supplier<Guards> guards;

	private final Gate gate;

	private final Refuser refuser;

	private final ForeignChain foreignChain;

	GuardInterceptor(Supplier<Guards> guards, Gate gate, Refuser refuser, ForeignChain foreignChain) {
		this.guards = guards;
		this.gate = gate;
		this.refuser = refuser;
		this.foreignChain = foreignChain;
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
			throws IOException {
		if (!(handler instanceof HandlerMethod method)) {
			return true;
		}
		Decision decision = switch (request.getDispatcherType()) {
			case REQUEST -> onRequest(request, method);
			case FORWARD, INCLUDE -> onForward(request, method);
			case ASYNC, ERROR -> Decision.Granted.ANONYMOUS;
		};
		if (decision instanceof Decision.Refused refused) {
			this.refuser.refuse(refused.refusal(), refused.caller(), request, response);
			return false;
		}
		return true;
	}

	private Decision onRequest(HttpServletRequest request, HandlerMethod handler) {
		AppliedGuard applied = AppliedGuard.of(request);
		if (applied == null) {
			return this.foreignChain.decide(handler);
		}
		Guard guard = this.guards.get().guardOf(request, handler, applied.guard());
		return (guard == applied.guard()) ? Decision.Granted.ANONYMOUS : this.gate.recheck(guard, applied.caller());
	}

	private Decision onForward(HttpServletRequest request, HandlerMethod handler) {
		AppliedGuard applied = AppliedGuard.of(request);
		if (applied == null) {
			return this.foreignChain.decide(handler);
		}
		Guard declared = this.guards.get().declaredGuardOf(handler);
		return (declared == null) ? Decision.Granted.ANONYMOUS : this.gate.recheck(declared, applied.caller());
	}

}
