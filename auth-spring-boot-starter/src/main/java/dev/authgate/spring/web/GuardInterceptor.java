package dev.authgate.spring.web;

import java.io.IOException;
import java.util.function.Supplier;

import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.guard.model.Guard;

import org.springframework.web.servlet.HandlerInterceptor;

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
		Decision decision = switch (request.getDispatcherType()) {
			case REQUEST -> onRequest(request, handler);
			case FORWARD, INCLUDE -> onForward(request, handler);
			case ASYNC, ERROR -> Decision.Granted.ANONYMOUS;
		};
		if (decision instanceof Decision.Refused refused) {
			this.refuser.refuse(refused.refusal(), refused.caller(), request, response);
			return false;
		}
		return true;
	}

	private Decision onRequest(HttpServletRequest request, Object handler) {
		AppliedGuard applied = AppliedGuard.of(request);
		if (applied == null) {
			return this.foreignChain.decide(request, handler);
		}
		Guard guard = this.guards.get().guardOf(request, handler, applied.guardOf(request));
		return guard.equals(applied.guard()) ? Decision.Granted.ANONYMOUS
				: this.gate.recheck(guard, applied.caller(), request);
	}

	private Decision onForward(HttpServletRequest request, Object handler) {
		AppliedGuard applied = AppliedGuard.of(request);
		Guard declared = this.guards.get().declaredGuardOf(handler);
		if (declared == null) {
			return Decision.Granted.ANONYMOUS;
		}
		return (applied != null) ? this.gate.recheck(declared, applied.caller(), request)
				: this.foreignChain.decide(request, handler);
	}

}
