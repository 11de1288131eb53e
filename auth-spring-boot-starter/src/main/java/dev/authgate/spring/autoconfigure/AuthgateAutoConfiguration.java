package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.autoconfigure.account.AccountEndpointsConfiguration;
import dev.authgate.spring.autoconfigure.account.AccountServicesConfiguration;
import dev.authgate.spring.autoconfigure.authenticator.AccountsConfiguration;
import dev.authgate.spring.autoconfigure.authenticator.AuthenticatorsConfiguration;
import dev.authgate.spring.autoconfigure.authenticator.FirstAdministratorConfiguration;
import dev.authgate.spring.autoconfigure.authenticator.LoginConfiguration;
import dev.authgate.spring.autoconfigure.authenticator.ProxiesConfiguration;
import dev.authgate.spring.autoconfigure.authenticator.ThrottleConfiguration;
import dev.authgate.spring.autoconfigure.browser.BrowserConfiguration;
import dev.authgate.spring.autoconfigure.browser.SpringSessionConfiguration;
import dev.authgate.spring.autoconfigure.guard.GuardChainRegistrar;
import dev.authgate.spring.autoconfigure.guard.GuardConfiguration;
import dev.authgate.spring.autoconfigure.guard.MethodConfiguration;
import dev.authgate.spring.autoconfigure.guard.MvcConfiguration;
import dev.authgate.spring.autoconfigure.guard.ObservationsConfiguration;
import dev.authgate.spring.autoconfigure.session.SessionsConfiguration;
import dev.authgate.spring.autoconfigure.session.TokenEndpointsConfiguration;
import dev.authgate.spring.autoconfigure.session.TokenPartsConfiguration;
import dev.authgate.spring.autoconfigure.store.CleanUpConfiguration;
import dev.authgate.spring.autoconfigure.store.JdbcAccountsConfiguration;
import dev.authgate.spring.autoconfigure.store.JdbcConfiguration;
import dev.authgate.spring.autoconfigure.store.JdbcSessionsConfiguration;
import dev.authgate.spring.autoconfigure.store.JdbcThrottleConfiguration;
import dev.authgate.spring.autoconfigure.store.MissingJdbcConfiguration;
import dev.authgate.spring.autoconfigure.store.MissingRedisConfiguration;
import dev.authgate.spring.autoconfigure.store.OneTimeTokensConfiguration;
import dev.authgate.spring.autoconfigure.store.RedisSessionsConfiguration;
import dev.authgate.spring.autoconfigure.store.RedisThrottleConfiguration;
import dev.authgate.spring.autoconfigure.token.PublicKeysConfiguration;
import dev.authgate.spring.autoconfigure.token.TokensConfiguration;
import dev.authgate.spring.autoconfigure.token.TrustedIssuersConfiguration;
import dev.authgate.spring.autoconfigure.websocket.EndpointConfiguration;
import dev.authgate.spring.autoconfigure.websocket.HandshakeConfiguration;
import dev.authgate.spring.autoconfigure.websocket.LiveConfiguration;
import dev.authgate.spring.autoconfigure.websocket.MissingBrokerConfiguration;
import dev.authgate.spring.autoconfigure.websocket.SpringHandshakesConfiguration;
import dev.authgate.spring.autoconfigure.websocket.SpringSocketsConfiguration;
import dev.authgate.spring.autoconfigure.websocket.StompConfiguration;
import dev.authgate.spring.autoconfigure.websocket.TicketConfiguration;
import dev.authgate.spring.settings.AuthgateProperties;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication.Type;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Auto-configuration of Authgate for servlet applications.
 */
@AutoConfiguration(
		before = { UserDetailsServiceAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
				ManagementWebSecurityAutoConfiguration.class },
		afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
		beforeName = { "org.springframework.boot.session.autoconfigure.SessionAutoConfiguration",
				"org.springframework.boot.actuate.autoconfigure.audit.AuditAutoConfiguration",
				"org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration",
				"org.springframework.boot.security.oauth2.client.autoconfigure.servlet.OAuth2ClientWebSecurityAutoConfiguration" })
@ConditionalOnWebApplication(type = Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@Conditional(PropertiesCondition.class)
@EnableConfigurationProperties(AuthgateProperties.class)
@Import({ GuardChainRegistrar.class, AuthenticatorsConfiguration.class, ProxiesConfiguration.class,
		TokensConfiguration.class, TrustedIssuersConfiguration.class, PublicKeysConfiguration.class,
		GuardConfiguration.class, MvcConfiguration.class, MethodConfiguration.class, AccountsConfiguration.class,
		JdbcConfiguration.class, MissingJdbcConfiguration.class, JdbcAccountsConfiguration.class,
		JdbcSessionsConfiguration.class, RedisSessionsConfiguration.class, MissingRedisConfiguration.class,
		JdbcThrottleConfiguration.class, RedisThrottleConfiguration.class, CleanUpConfiguration.class,
		OneTimeTokensConfiguration.class, AccountServicesConfiguration.class, AccountEndpointsConfiguration.class,
		FirstAdministratorConfiguration.class, SessionsConfiguration.class, TokenPartsConfiguration.class,
		TokenEndpointsConfiguration.class, ThrottleConfiguration.class, LoginConfiguration.class,
		BrowserConfiguration.class, SpringSessionConfiguration.class, SpringSocketsConfiguration.class,
		HandshakeConfiguration.class, SpringHandshakesConfiguration.class, TicketConfiguration.class,
		EndpointConfiguration.class, StompConfiguration.class, MissingBrokerConfiguration.class,
		LiveConfiguration.class, ActuatorConfiguration.class, ActuatorAuditConfiguration.class,
		ObservationsConfiguration.class })
public final class AuthgateAutoConfiguration {

}
