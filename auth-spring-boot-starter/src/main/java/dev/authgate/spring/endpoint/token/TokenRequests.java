package dev.authgate.spring.endpoint.token;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * What the endpoints for tokens have in common: who asks, who is told, and what becomes
 * of a store that cannot answer.
 * <p>
 * Safe for use by several threads.
 */
public final class TokenRequests {

	private final AuthEventListener events;

	private final Proxies proxies;

	private final Throttle throttle;

	private final FailureLog failures = new FailureLog("such requests are refused with 503");

	/**
	 * Makes the common part.
	 * @param events is told of refusals and of tokens that are taken back
	 * @param proxies tell the address of the client
	 * @param throttle counts attempts
	 */
	public TokenRequests(AuthEventListener events, Proxies proxies, Throttle throttle) {
		this.events = events;
		this.proxies = proxies;
		this.throttle = throttle;
	}

	static List<RuleSource> open(String source, String path) {
		return List.of(RuleSource.open(source, List.of(path), List.of(HttpMethod.POST.name()), Scope.BUILT_IN));
	}

	String address(ServerRequest request) {
		return this.proxies.clientAddress(request.servletRequest());
	}

	Attempt.Permitted permit(AttemptKind kind, CredentialRejected ifThrottled) {
		Attempt attempt = this.throttle.attempt(kind, null, ifThrottled.remoteAddress());
		if (attempt instanceof Attempt.Permitted permitted) {
			return permitted;
		}
		tell(ifThrottled);
		Duration wait = (attempt instanceof Attempt.Refused refused) ? refused.retryAfter() : Duration.ZERO;
		throw new RefusalException(Refusal.throttled(wait, null));
	}

	void tell(AuthEvent event) {
		this.events.onEvent(event);
	}

	<T> T answer(String what, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (RefusalException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			this.failures.report(what, ex);
			throw new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
		}
	}

}
