package dev.authgate.spring.endpoint.token;

import java.util.List;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEventListener;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.request.CountedAttempts;
import dev.authgate.spring.request.FailureAnswers;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;

import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the endpoints for tokens have in common: how they are reached, who asks, and who
 * is told.
 * <p>
 * Safe for use by several threads.
 */
public final class TokenRequests {

	private final FailureAnswers failures = new FailureAnswers();

	private final AuthEventListener events;

	private final Proxies proxies;

	private final CountedAttempts attempts;

	/**
	 * Makes the common part.
	 * @param events is told of refusals and of tokens that are taken back
	 * @param proxies tell the address of the client
	 * @param attempts counts what can be guessed
	 */
	public TokenRequests(AuthEventListener events, Proxies proxies, CountedAttempts attempts) {
		this.events = events;
		this.proxies = proxies;
		this.attempts = attempts;
	}

	/**
	 * Lets everybody come to an endpoint, who has a token to show.
	 */
	static List<RuleSource> open(String property, String path) {
		return List.of(RuleSource.open(property, List.of(path), List.of(HttpMethod.POST.name()), Scope.BUILT_IN));
	}

	/**
	 * Makes a route that takes POST alone.
	 */
	RouterFunction<ServerResponse> post(String path, String what, HandlerFunction<ServerResponse> handler) {
		return RouterFunctions.route().POST(path, answering(what, handler)).build();
	}

	HandlerFunction<ServerResponse> answering(String what, HandlerFunction<ServerResponse> handler) {
		return this.failures.answering(what, handler);
	}

	String address(ServerRequest request) {
		return this.proxies.clientAddress(request.servletRequest());
	}

	Attempt.Permitted permit(AttemptKind kind, ServerRequest request) {
		return this.attempts.permit(kind, null, request.servletRequest());
	}

	void tell(AuthEvent event) {
		this.events.onEvent(event);
	}

}
