package dev.authgate.spring.autoconfigure.authenticator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import dev.authgate.AsyncTokenValidator;
import dev.authgate.AuthEventListener;
import dev.authgate.Authenticator;
import dev.authgate.Grants;
import dev.authgate.TokenValidator;
import dev.authgate.account.AccountStore;
import dev.authgate.http.BasicAuthenticator;
import dev.authgate.http.BearerAuthenticator;
import dev.authgate.http.ForwardedUserAuthenticator;
import dev.authgate.http.PasswordLogin;
import dev.authgate.http.TrustedProxies;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.GrantingAuthenticator;
import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.ConfiguredKeys;
import dev.authgate.spring.settings.authenticator.HttpProperties.ForwardedUser;
import dev.authgate.spring.throttle.LoginGate;
import dev.authgate.spring.web.authentication.DebugEcho;
import dev.authgate.spring.web.origin.LocalCallers;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Makes the built-in authenticators for what HTTP itself knows, each where it is
 * configured or can be.
 */
final class HttpAuthenticators {

	private static final Log logger = LogFactory.getLog(HttpAuthenticators.class);

	private static final String STORE = "authgateAccountStore";

	private final ListableBeanFactory beans;

	private final Environment environment;

	private final AuthgateProperties properties;

	HttpAuthenticators(ListableBeanFactory beans, Environment environment, AuthgateProperties properties) {
		this.beans = beans;
		this.environment = environment;
		this.properties = properties;
	}

	@Nullable Authenticator bearer() {
		List<String> names = new ArrayList<>(List.of(this.beans.getBeanNamesForType(TokenValidator.class)));
		names.addAll(List.of(this.beans.getBeanNamesForType(AsyncTokenValidator.class)));
		if (names.size() > 1) {
			throw new MisconfigurationException(
					"Several beans judge bearer tokens (" + String.join(", ", names) + "), and only one can.",
					"Remove all but one, or publish a BearerAuthenticator bean with a name of its own for each.");
		}
		return names.isEmpty() ? null
				: granting(BearerAuthenticator.of(validator(names.get(0))).withRealm(this.properties.bearer().realm()));
	}

	private TokenValidator validator(String bean) {
		return this.beans.isTypeMatch(bean, TokenValidator.class) ? this.beans.getBean(bean, TokenValidator.class)
				: this.beans.getBean(bean, AsyncTokenValidator.class).waiting(this.properties.bearer().timeout());
	}

	@Nullable Authenticator forwardedUser() {
		ForwardedUser forwarded = this.properties.forwardedUser();
		return (forwarded.trustedProxies() == null) ? null
				: ForwardedUserAuthenticator.builder(this.beans.getBean(TrustedProxies.class))
					.idHeader(forwarded.idHeader())
					.permissionsHeader(forwarded.permissionsHeader())
					.allowWildcards(forwarded.allowWildcards())
					.grants(this.beans.getBean(Grants.class))
					.listener(this.beans.getBean(AuthEventListener.class))
					.build();
	}

	boolean basicIsConfigured() {
		boolean configured = ConfiguredKeys.anyUnder("authgate.basic", this.environment);
		if (configured && !accountsExist()) {
			throw new MisconfigurationException("authgate.basic is configured, but nobody can log in.",
					"Add authgate.users.accounts, or publish a bean of type dev.authgate.account.AccountStore.");
		}
		return configured;
	}

	// The login may be all that the accounts are for.
	boolean basicIsLeft() {
		return accountsExist() && !this.properties.login().token();
	}

	@Nullable Authenticator basic() {
		if (!accountsExist()) {
			return null;
		}
		PasswordLogin login = this.beans.getBean(LiveCredentials.class)
			.following(this.beans.getBean(LoginGate.class).of(BasicAuthenticator.NAME),
					this.beans.getBean(AccountStore.class));
		return granting(BasicAuthenticator.of(login).withRealm(this.properties.basic().realm()));
	}

	@Nullable Authenticator debug(Collection<String> confidential) {
		if (!this.properties.debug().echo()) {
			return null;
		}
		logger.warn("authgate.debug.echo is on: the authenticator 'debug' takes every local caller, with all "
				+ "permissions; it is for development");
		List<String> names = new ArrayList<>(confidential);
		Stream.of(this.properties.apiKeys().idHeader(), this.properties.apiKeys().queryParameter())
			.filter(Objects::nonNull)
			.forEach(names::add);
		return new DebugEcho(this.beans.getBean(LocalCallers.class), this.beans.getBean(Grants.class).registry().all(),
				names);
	}

	private boolean accountsExist() {
		return this.properties.users().canHaveAccounts() || this.properties.endpoints().register().enabled()
				|| !this.beans.containsBean(STORE);
	}

	// What an application's own code names is judged like what a token names.
	private Authenticator granting(Authenticator authenticator) {
		return new GrantingAuthenticator(authenticator, authenticator.name(), this.beans.getBean(Grants.class),
				this.beans.getBean(AuthEventListener.class));
	}

}
