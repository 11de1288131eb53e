package dev.authgate.spring.endpoint.token;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.TokenAction;
import dev.authgate.account.Actor;
import dev.authgate.session.Session;
import dev.authgate.session.Sessions;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.guard.handler.QueryParameters;
import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import dev.authgate.spring.request.RequestCaller;
import dev.authgate.spring.revocation.LogoutEverywhere;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Lists and ends the sessions of whoever calls, and of others for administrators.
 * <p>
 * A client application has no sessions, whatever its name. Safe for use by several
 * threads.
 */
public final class SessionsEndpoint implements RuleContributor {

	/** What a caller needs to see sessions of others. */
	public static final String READ = "admin:read";

	/** What a caller needs to end sessions of others. */
	public static final String WRITE = "admin:write";

	private final String path;

	private final Sessions sessions;

	private final LogoutEverywhere everywhere;

	private final TokenRequests requests;

	/**
	 * Makes the endpoint.
	 * @param path its path
	 * @param sessions the sessions
	 * @param everywhere ends all of a user
	 * @param requests tells who asks
	 */
	public SessionsEndpoint(String path, Sessions sessions, LogoutEverywhere everywhere, TokenRequests requests) {
		this.path = path;
		this.sessions = sessions;
		this.everywhere = everywhere;
		this.requests = requests;
	}

	/**
	 * Gives the routes.
	 * @return GET and DELETE of all, and DELETE of one
	 */
	public RouterFunction<ServerResponse> route() {
		return RouterFunctions.route()
			.GET(this.path, this.requests.answering("The list of sessions", this::list))
			.DELETE(this.path, this.requests.answering("The end of all sessions", this::endAll))
			.DELETE(this.path + "/{id}", this.requests.answering("The end of a session", this::end))
			.build();
	}

	// Nothing that opens everything below a prefix opens these.
	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return List.of(new RuleSource("authgate.endpoints.sessions", List.of(this.path, this.path + "/{id}"), List.of(),
				null, Access.REQUIRED, Requirement.NONE, Scope.BUILT_IN));
	}

	private ServerResponse list(ServerRequest request) {
		Caller caller = RequestCaller.of(request);
		String asked = QueryParameters.parse(request.servletRequest().getQueryString()).getFirst("user");
		String userId = (asked != null) ? asked : ownId(caller);
		if (userId == null || !AuthUser.isValidId(userId)) {
			return JsonReply.ok(List.of());
		}
		if (!userId.equals(ownId(caller)) && !may(caller, READ)) {
			throw new RefusalException(Refusal.of(ErrorCode.INSUFFICIENT_PERMISSIONS).missing(List.of(READ), null));
		}
		return JsonReply.ok(this.sessions.of(userId).stream().map((session) -> described(session, caller)).toList());
	}

	private ServerResponse endAll(ServerRequest request) {
		String userId = ownId(RequestCaller.of(request));
		if (userId != null) {
			this.everywhere.logOut(userId, new Actor(userId, this.requests.address(request)));
		}
		return ServerResponse.noContent().build();
	}

	// Whose session it is nobody learns who may not end it.
	private ServerResponse end(ServerRequest request) {
		Caller caller = RequestCaller.of(request);
		String id = request.pathVariable("id");
		Session session = AuthUser.isValidId(id) ? this.sessions.find(id) : null;
		if (session == null || !(session.userId().equals(ownId(caller)) || may(caller, WRITE))) {
			throw RefusalException.of(ErrorCode.NOT_FOUND);
		}
		this.sessions.end(session, TokenAction.REVOKED, this.requests.address(request));
		return ServerResponse.noContent().build();
	}

	// An application may have the name of a user.
	private static @Nullable String ownId(Caller caller) {
		return (caller.app() == null) ? caller.user().id() : null;
	}

	private static boolean may(Caller caller, String permission) {
		return caller.user().permissions().grants(permission);
	}

	private static Map<String, Object> described(Session session, Caller caller) {
		Map<String, Object> described = new LinkedHashMap<>();
		described.put("id", session.id());
		described.put("kind", session.origin().kind().name().toLowerCase(Locale.ROOT));
		described.put("address", session.origin().address());
		described.put("agent", session.origin().agent());
		described.put("created_at", session.lifetime().createdAt().toString());
		described.put("last_used_at", session.lifetime().lastUsedAt().toString());
		described.put("expires_at", session.lifetime().endsAt().toString());
		if (session.scope() != null) {
			described.put("scope", session.scope().stream().sorted().toList());
		}
		described.put("current", session.id().equals(caller.sessionId()));
		return described;
	}

}
