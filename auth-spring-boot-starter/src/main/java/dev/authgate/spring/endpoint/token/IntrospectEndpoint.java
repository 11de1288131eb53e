package dev.authgate.spring.endpoint.token;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.Permission;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.spring.endpoint.JsonReply;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;
import org.jspecify.annotations.Nullable;

import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tells clients with the permission {@value #PERMISSION} whether an access token of this
 * application is good, and what it says (RFC 7662).
 * <p>
 * A refresh token is never good here: whoever asks must not take one for an access token.
 * Safe for use by several threads.
 */
public final class IntrospectEndpoint implements RuleContributor {

	/** What a client needs to ask. */
	public static final String PERMISSION = "tokens:introspect";

	private final String path;

	private final JwtAuthenticator tokens;

	private final TokenRequests requests;

	/**
	 * Makes the endpoint.
	 * @param path its path
	 * @param tokens judges tokens of this application
	 * @param requests tells who asks
	 */
	public IntrospectEndpoint(String path, JwtAuthenticator tokens, TokenRequests requests) {
		this.path = path;
		this.tokens = tokens;
		this.requests = requests;
	}

	/**
	 * Gives the route, which takes POST alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return this.requests.post(this.path, "The introspection", this::introspect);
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		Requirement requirement = Requirement
			.of(new Requirement.Permissions(List.of(Permission.of(PERMISSION)), false));
		return List.of(new RuleSource("authgate.endpoints.introspect", List.of(this.path), List.of(), null, null,
				requirement, Scope.BUILT_IN));
	}

	private ServerResponse introspect(ServerRequest request) {
		String token = TokenForm.read(request.servletRequest()).secret("token").reveal();
		return JsonReply.ok((this.tokens.verify(token) instanceof Authenticated good) ? described(good.caller(), token)
				: Map.of("active", false));
	}

	private static Map<String, Object> described(Caller caller, String token) {
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("active", true);
		answer.put("sub", caller.user().id());
		answer.put("scope", String.join(" ", caller.user().permissions()));
		answer.put("token_type", "Bearer");
		put(answer, "exp", caller.expiresAt());
		put(answer, "iat", issuedAt(token));
		if (caller.credentialId() != null) {
			answer.put("jti", caller.credentialId());
		}
		return answer;
	}

	private static void put(Map<String, Object> answer, String name, @Nullable Instant time) {
		if (time != null) {
			answer.put(name, time.getEpochSecond());
		}
	}

	private static @Nullable Instant issuedAt(String verified) {
		try {
			return Claims.of(CompactToken.parse(verified)).peekTime("iat");
		}
		catch (RefusedTokenException ex) {
			throw new IllegalStateException("A token was verified that cannot be read", ex);
		}
	}

}
