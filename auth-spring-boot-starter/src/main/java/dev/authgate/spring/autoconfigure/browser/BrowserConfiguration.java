package dev.authgate.spring.autoconfigure.browser;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.account.AccountStore;
import dev.authgate.account.InMemoryAccountStore;
import dev.authgate.revocation.Revocations;
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
import dev.authgate.spring.session.BrowserCookies;
import dev.authgate.spring.session.BrowserSessions;
import dev.authgate.spring.session.CsrfCookie;
import dev.authgate.spring.session.CsrfTokens;
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
	BrowserSessions authgateBrowserSessions(Sessions sessions, Revocations revocations, SessionUsers users,
			SessionRules rules, Grants grants, ObjectProvider<Clock> clock) {
		return new BrowserSessions(new SessionServices(sessions, revocations, users, rules.browser()), grants,
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	SessionAuthenticator authgateSessionAuthenticator(BrowserSessions sessions) {
		return new SessionAuthenticator(sessions);
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
	FormPasswords authgateFormPasswords(AuthgateProperties properties, AccountStore store,
			ObjectProvider<LoginGate> gate, Revocations revocations, AuthEventListener events) {
		if (store instanceof InMemoryAccountStore && properties.users().accounts().isEmpty()) {
			throw new MisconfigurationException("authgate.login.form is on, but nobody can log in.",
					"Add authgate.users.accounts, or publish a bean of type dev.authgate.account.AccountStore.");
		}
		return new FormPasswords(store, gate.getObject().of(FormPasswords.NAME), revocations, events);
	}

	@Bean
	FormLogin authgateFormLogin(LoginPaths paths, FormPasswords passwords, BrowserSessions sessions, LoginPage page,
			Proxies proxies) {
		return new FormLogin(paths, passwords, sessions, page, proxies);
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
	Logout authgateLogout(LoginPaths paths, BrowserSessions sessions, SessionCookie cookie, Proxies proxies) {
		return new Logout(paths, sessions, new BrowserCookies(cookie), proxies);
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
