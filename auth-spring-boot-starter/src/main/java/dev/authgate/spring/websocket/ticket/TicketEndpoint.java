package dev.authgate.spring.websocket.ticket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import dev.authgate.Caller;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.request.FailureAnswers;
import dev.authgate.spring.request.FormInput;
import dev.authgate.spring.request.JsonInput;
import dev.authgate.spring.request.RequestCaller;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Gives its caller a ticket that opens one socket.
 * <p>
 * Safe for use by several threads.
 */
public final class TicketEndpoint implements RuleContributor {

	// What no path of a handshake has is not kept for one.
	private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,=:@%-]+)+/?|/");

	private static final int MAX_LENGTH = 255;

	private final FailureAnswers failures = new FailureAnswers();

	private final String path;

	private final Tickets tickets;

	/**
	 * Makes the endpoint.
	 * @param path its path
	 * @param tickets issues them
	 */
	public TicketEndpoint(String path, Tickets tickets) {
		this.path = path;
		this.tickets = tickets;
	}

	/**
	 * Gives the route, which takes POST alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return RouterFunctions.route().POST(this.path, this.failures.answering("The ticket", this::issue)).build();
	}

	// Nothing that opens everything below a prefix opens this.
	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return List.of(new RuleSource("authgate.endpoints.ws-ticket", List.of(this.path), List.of(), null,
				Access.REQUIRED, Requirement.NONE, Scope.BUILT_IN));
	}

	private ServerResponse issue(ServerRequest request) {
		Caller caller = RequestCaller.of(request);
		String socket = pathIn(request.servletRequest());
		if (socket.length() > MAX_LENGTH || !PATH.matcher(socket).matches()) {
			throw RefusalException.badRequest();
		}
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("ticket", this.tickets.issue(caller, socket).reveal());
		answer.put("expires_in", this.tickets.timeToLive().toSeconds());
		return JsonReply.unstored(answer);
	}

	private static String pathIn(HttpServletRequest request) {
		return FormInput.isIn(request) ? FormInput.read(request).text("path")
				: JsonInput.read(request).only("path").text("path");
	}

}
