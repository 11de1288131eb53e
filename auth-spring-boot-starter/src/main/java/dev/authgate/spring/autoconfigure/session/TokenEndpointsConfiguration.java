package dev.authgate.spring.autoconfigure.session;

import dev.authgate.session.RefreshTokens;
import dev.authgate.session.Sessions;
import dev.authgate.spring.endpoint.TokenAnswers;
import dev.authgate.spring.endpoint.token.IntrospectEndpoint;
import dev.authgate.spring.endpoint.token.IssuedTokens;
import dev.authgate.spring.endpoint.token.RefreshEndpoint;
import dev.authgate.spring.endpoint.token.RevokeEndpoint;
import dev.authgate.spring.endpoint.token.SessionsEndpoint;
import dev.authgate.spring.endpoint.token.TokenRequests;
import dev.authgate.spring.revocation.LogoutEverywhere;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The endpoints for tokens and sessions, each where it is switched on.
 */
@Configuration(proxyBeanMethods = false)
public final class TokenEndpointsConfiguration {

	private static final String REVOKE = "authgate.endpoints.revoke.enabled";

	private static final String INTROSPECT = "authgate.endpoints.introspect.enabled";

	private static final String SESSIONS = "authgate.endpoints.sessions.enabled";

	@Bean
	@Conditional(RefreshCondition.class)
	RefreshEndpoint authgateRefreshEndpoint(AuthgateProperties properties, RefreshTokens tokens, TokenAnswers answers,
			TokenRequests requests) {
		return new RefreshEndpoint(properties.endpoints().refresh().path(), tokens, answers, requests);
	}

	@Bean
	@Conditional(RefreshCondition.class)
	RouterFunction<ServerResponse> authgateRefreshRoute(RefreshEndpoint endpoint) {
		return endpoint.route();
	}

	@Bean
	@ConditionalOnBooleanProperty(REVOKE)
	RevokeEndpoint authgateRevokeEndpoint(AuthgateProperties properties, IssuedTokens tokens, Sessions sessions,
			TokenRequests requests) {
		return new RevokeEndpoint(properties.endpoints().revoke().path(), tokens, sessions, requests);
	}

	@Bean
	@ConditionalOnBooleanProperty(REVOKE)
	RouterFunction<ServerResponse> authgateRevokeRoute(RevokeEndpoint endpoint) {
		return endpoint.route();
	}

	@Bean
	@ConditionalOnBooleanProperty(INTROSPECT)
	IntrospectEndpoint authgateIntrospectEndpoint(AuthgateProperties properties, IssuedTokens tokens,
			TokenRequests requests) {
		return new IntrospectEndpoint(properties.endpoints().introspect().path(), tokens.authenticator(), requests);
	}

	@Bean
	@ConditionalOnBooleanProperty(INTROSPECT)
	RouterFunction<ServerResponse> authgateIntrospectRoute(IntrospectEndpoint endpoint) {
		return endpoint.route();
	}

	@Bean
	@ConditionalOnBooleanProperty(SESSIONS)
	SessionsEndpoint authgateSessionsEndpoint(AuthgateProperties properties, Sessions sessions,
			LogoutEverywhere everywhere, TokenRequests requests) {
		return new SessionsEndpoint(properties.endpoints().sessions().path(), sessions, everywhere, requests);
	}

	@Bean
	@ConditionalOnBooleanProperty(SESSIONS)
	RouterFunction<ServerResponse> authgateSessionsRoute(SessionsEndpoint endpoint) {
		return endpoint.route();
	}

}
