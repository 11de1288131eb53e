package dev.authgate.spring.endpoint;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.key.text.PublicJwks;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.guard.rule.RuleSource;
import dev.authgate.spring.guard.rule.RuleSource.Scope;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The public keys of our tokens, for other applications that verify them.
 * <p>
 * Safe for use by several threads.
 */
public final class PublicKeysEndpoint implements RuleContributor {

	/** Where the keys are. */
	public static final String PATH = "/.well-known/jwks.json";

	/** How long others may keep the keys. */
	public static final Duration MAX_AGE = Duration.ofMinutes(5);

	// https://www.rfc-editor.org/rfc/rfc7517.html#section-8.5.2
	private static final MediaType TYPE = MediaType.parseMediaType("application/jwk-set+json");

	private final JwtKeys keys;

	private final Clock clock;

	/**
	 * Makes the endpoint.
	 * @param keys the keys, whose public parts are shown
	 * @param clock tells which keys have retired
	 */
	public PublicKeysEndpoint(JwtKeys keys, Clock clock) {
		this.keys = keys;
		this.clock = clock;
	}

	/**
	 * Gives the route, which takes GET and HEAD alone.
	 * @return the route
	 */
	public RouterFunction<ServerResponse> route() {
		return RouterFunctions.route().GET(PATH, this::publicKeys).HEAD(PATH, this::publicKeys).build();
	}

	@Override
	public List<RuleSource> rules(List<RuleSource> configured) {
		return List
			.of(RuleSource.open("authgate.jwt.jwks", List.of(PATH), List.of(HttpMethod.GET.name()), Scope.BUILT_IN));
	}

	private ServerResponse publicKeys(ServerRequest request) {
		byte[] body = PublicJwks.of(this.keys.current(), this.clock).getBytes(StandardCharsets.UTF_8);
		return ServerResponse.ok()
			.contentType(TYPE)
			.contentLength(body.length)
			.cacheControl(CacheControl.maxAge(MAX_AGE).cachePublic())
			.build((servletRequest, response) -> {
				response.getOutputStream().write(body);
				return null;
			});
	}

}
