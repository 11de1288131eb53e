package dev.authgate.spring.autoconfigure.browser;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.account.AccountStore;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.RefreshTokens;
import dev.authgate.session.SessionRules;
import dev.authgate.session.SessionUsers;
import dev.authgate.session.Sessions;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.form.FormLogin;
import dev.authgate.spring.form.FormPasswords;
import dev.authgate.spring.form.LocalTarget;
import dev.authgate.spring.form.LoginPage;
import dev.authgate.spring.form.LoginPaths;
import dev.authgate.spring.form.LoginRedirect;
import dev.authgate.spring.form.Logout;
import dev.authgate.spring.guard.rule.RuleContributor;
import dev.authgate.spring.revocation.LoginEpochs;
import dev.authgate.spring.session.BrowserCookies;
import dev.authgate.spring.session.BrowserLogins;
import dev.authgate.spring.session.BrowserSessions;
import dev.authgate.spring.session.CsrfCookie;
import dev.authgate.spring.session.CsrfTokens;
import dev.authgate.spring.session.RememberCookie;
import dev.authgate.spring.session.RememberedLogins;
import dev.authgate.spring.session.SessionAuthenticator;
import dev.authgate.spring.session.SessionCookie;
import dev.authgate.spring.session.SessionServices;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.LoginProperties;
import dev.authgate.spring.settings.LogoutProperties;
import dev.authgate.spring.settings.SessionCookieProperties;
import dev.authgate.spring.throttle.LoginGate;
import dev.authgate.spring.web.origin.Proxies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * Logins of browsers by a form.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("authgate.login.form")
public final class BrowserConfiguration {

	// After the handlers of the application, before its static files.
	private static final int PAGES_ORDER = Ordered.LOWEST_PRECEDENCE - 100;

	@Bean
	LoginPaths authgateLoginPaths(AuthgateProperties properties) {
		LoginProperties login = properties.login();
		LogoutProperties logout = properties.logout();
		String failure = login.failureUrl();
		return new LoginPaths(login.path(), new LocalTarget(login.successUrl()),
				(failure != null) ? new LocalTarget(failure) : null, logout.path(),
				new LocalTarget(Objects.requireNonNullElse(logout.successUrl(), login.path())));
	}

	@Bean
	SessionCookie authgateSessionCookie(AuthgateProperties properties, Environment environment) {
		SessionCookieProperties cookie = properties.session().cookie();
		SessionCookieChecks.check(cookie, environment);
		return new SessionCookie(cookie.nameOrDefault(), cookie.secure(), cookie.sameSite().attribute());
	}

	@Bean
	SessionServices authgateSessionServices(Sessions sessions, Revocations revocations, SessionUsers users,
			SessionRules rules) {
		return new SessionServices(sessions, revocations, users, rules.browser());
	}

	@Bean
	BrowserSessions authgateBrowserSessions(SessionServices services, Grants grants, ObjectProvider<Clock> clock) {
		return new BrowserSessions(services, grants, clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	RememberCookie authgateRememberCookie(SessionCookie cookie, SessionRules rules) {
		return new RememberCookie(cookie, rules.client().idleTimeout());
	}

	@Bean
	@ConditionalOnBooleanProperty("authgate.login.remember-me.enabled")
	RememberedLogins authgateRememberedLogins(BrowserSessions sessions, RefreshTokens tokens, SessionServices services,
			RememberCookie cookie, AuthEventListener events) {
		return new RememberedLogins(sessions, tokens, services, cookie, events);
	}

	@Bean
	BrowserLogins authgateBrowserLogins(BrowserSessions sessions, ObjectProvider<RememberedLogins> remembered,
			AuthEventListener events) {
		return new BrowserLogins(sessions, remembered.getIfAvailable(), events);
	}

	@Bean
	SessionAuthenticator authgateSessionAuthenticator(BrowserSessions sessions,
			ObjectProvider<RememberedLogins> remembered) {
		return new SessionAuthenticator(sessions, remembered.getIfAvailable());
	}

	@Bean
	CsrfTokens authgateCsrfTokens(AuthgateProperties properties, SessionCookie cookie) {
		return new CsrfTokens(properties.session().csrf().cookie() ? new CsrfCookie(cookie) : null);
	}

	@Bean
	LoginPage authgateLoginPage(LoginPaths paths, AuthgateProperties properties) {
		return new LoginPage(paths, properties.login().rememberMe().enabled());
	}

	@Bean
	LoginRedirect authgateLoginRedirect(LoginPaths paths) {
		return new LoginRedirect(paths);
	}

	@Bean
	FormPasswords authgateFormPasswords(AuthgateProperties properties, AccountStore store, LoginEpochs epochs,
			ObjectProvider<LoginGate> gate, AuthEventListener events) {
		if (store instanceof InMemoryAccountStore && !properties.users().canHaveAccounts()
				&& !properties.endpoints().register().enabled()) {
			throw new MisconfigurationException("authgate.login.form is on, but nobody can log in.",
					"Add authgate.users.accounts, or publish a bean of type dev.authgate.account.AccountStore.");
		}
		return new FormPasswords(epochs, gate.getObject(), events);
	}

	@Bean
	FormLogin authgateFormLogin(LoginPaths paths, FormPasswords passwords, BrowserLogins logins, LoginPage page,
			Proxies proxies) {
		return new FormLogin(paths, passwords, logins, page, proxies);
	}

	@Bean
	RuleContributor authgateFormLoginRules(FormLogin login, AuthgateProperties properties) {
		return login.rules(properties.login().token());
	}

	// Before the login of API clients, which has the same path and takes what is no form.
	@Bean
	@Order(Ordered.HIGHEST_PRECEDENCE)
	RouterFunction<ServerResponse> authgateFormLoginRoute(FormLogin login, AuthgateProperties properties) {
		return login.route(properties.login().token());
	}

	@Bean
	Logout authgateLogout(LoginPaths paths, BrowserLogins logins, RememberCookie remember, Proxies proxies) {
		return new Logout(paths, logins, new BrowserCookies(remember.like(), remember), proxies);
	}

	@Bean
	RouterFunction<ServerResponse> authgateLogoutRoute(Logout logout) {
		return logout.route();
	}

	@Bean
	SimpleUrlHandlerMapping authgateLoginPages(LoginPaths paths, LoginPage page, Logout logout) {
		return new SimpleUrlHandlerMapping(Map.of(paths.login(), page, paths.logout(), logout), PAGES_ORDER);
	}

}
