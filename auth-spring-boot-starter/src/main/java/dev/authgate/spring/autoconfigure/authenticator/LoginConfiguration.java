package dev.authgate.spring.autoconfigure.authenticator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.TokenSession;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.endpoint.LoginEndpoint;
import dev.authgate.spring.endpoint.TokenAnswers;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.login.UsersProperties.AccountProperties;
import dev.authgate.spring.throttle.LoginGate;
import dev.authgate.spring.web.origin.Proxies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The login that answers with a token.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("authgate.login.token")
public final class LoginConfiguration {

	@Bean
	LoginEndpoint authgateLoginEndpoint(AuthgateProperties properties, ObjectProvider<JwtIssuer> issuer,
			AccountStore store, ObjectProvider<LoginGate> gate, ObjectProvider<TokenAnswers> answers,
			AuthEventListener events, Proxies proxies) {
		JwtIssuer tokens = issuer.getIfAvailable();
		if (tokens == null) {
			throw new MisconfigurationException("authgate.login.token is on, but nothing signs the tokens.",
					"Set authgate.jwt.secret; one can be made with: openssl rand -base64 48");
		}
		if (store instanceof InMemoryAccountStore && !properties.users().canHaveAccounts()
				&& !properties.endpoints().register().enabled()) {
			throw new MisconfigurationException("authgate.login.token is on, but nobody can log in.",
					"Add authgate.users.accounts, or publish a bean of type dev.authgate.account.AccountStore.");
		}
		if (!properties.login().path().startsWith("/")) {
			throw new MisconfigurationException("authgate.login.path does not start with a slash.",
					"Set it to /login, say.");
		}
		if (store instanceof InMemoryAccountStore) {
			refuseUnissuable(properties, store, tokens);
		}
		properties.users().updatable().forEach((field) -> refuseClaim(field, tokens));
		if (properties.endpoints().register().enabled() || properties.users().bootstrap().username() != null) {
			refuseUsername(tokens);
		}
		return new LoginEndpoint(properties.login().path(), gate.getObject(), answers.getObject(), events, proxies);
	}

	// At the start, not when that user logs in.
	private static void refuseUnissuable(AuthgateProperties properties, AccountStore store, JwtIssuer tokens) {
		List<AccountProperties> accounts = properties.users().accounts();
		for (int i = 0; i < accounts.size(); i++) {
			Account account = store.find(String.valueOf(accounts.get(i).username()));
			try {
				if (account != null) {
					tokens.issue(account.user(), account.roles(), new TokenSession(null, 0));
				}
			}
			catch (IllegalArgumentException ex) {
				throw new MisconfigurationException("authgate.users.accounts[" + i + "]: " + ex.getMessage(),
						"Change its data or roles, which become claims of the user's token.");
			}
		}
	}

	// Nobody who was registered could log in: tokens tell the user name, because their
	// subject is random.
	private static void refuseUsername(JwtIssuer tokens) {
		try {
			issueWith("username", tokens);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.claims: " + ex.getMessage(),
					"Give the claim another name: the user names of registered accounts are in the claim username.");
		}
	}

	private static void issueWith(String field, JwtIssuer tokens) {
		AuthUser user = new AuthUser("user", Map.of(field, ""), PermissionSet.none());
		tokens.issue(user, Set.of(), new TokenSession(null, 0));
	}

	// Nobody who wrote such a field could log in again.
	private static void refuseClaim(String field, JwtIssuer tokens) {
		try {
			issueWith(field, tokens);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.users.updatable: " + ex.getMessage(),
					"Give the field another name: the data of users become claims of their tokens.");
		}
	}

	@Bean
	RouterFunction<ServerResponse> authgateLoginRoute(LoginEndpoint login) {
		return login.route();
	}

}
