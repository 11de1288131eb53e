package dev.authgate.spring.test;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.web.caller.Callers;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * What the application under test says about users: which permissions it knows, what its
 * roles mean, who authenticates, and which tokens it issues.
 */
final class TestedApplication {

	/** For tests without an application, where everything is known. */
	static final TestedApplication NONE = of(new StaticListableBeanFactory());

	private final BeanFactory beans;

	private TestedApplication(BeanFactory beans) {
		this.beans = beans;
	}

	static TestedApplication of(BeanFactory beans) {
		return new TestedApplication(beans);
	}

	static WebApplicationContext contextOf(MockHttpServletRequest request) {
		WebApplicationContext context = WebApplicationContextUtils
			.getWebApplicationContext(request.getServletContext());
		if (context == null) {
			throw new IllegalStateException(
					"MockMvc does not know the application. Use @AutoConfigureMockMvc, @WebMvcTest, or "
							+ "MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).");
		}
		return context;
	}

	Caller caller(TestUser user) {
		PermissionSet permissions = grants(user).configured(user.permissions(), user.rolesOrNone());
		String app = user.origin().app();
		return new Caller(new AuthUser(user.id(), user.data(), permissions), authenticator(user.origin()), null,
				app.isEmpty() ? null : app, user.rolesOrNone(), null);
	}

	String token(TestUser user) {
		JwtIssuer issuer = find(JwtIssuer.class);
		if (issuer == null) {
			throw new IllegalStateException(user.origin().where()
					+ ": the application issues no tokens. Set authgate.jwt.secret for the test, or use user(…).");
		}
		// Looked at only: a token carries what it was given, and is granted what that
		// means.
		grants(user);
		AuthUser subject = new AuthUser(user.id(), user.data(), PermissionSet.of(user.permissions()));
		return (user.roles() != null) ? issuer.issue(subject, user.roles()) : issuer.issue(subject);
	}

	@Nullable ApiKeyAuthenticator apiKeys() {
		Authenticators known = find(Authenticators.class);
		if (known == null || !known.names().contains(ApiKeyAuthenticator.NAME)) {
			return null;
		}
		Authenticator named = known.resolve(List.of(ApiKeyAuthenticator.NAME), "apiKey(…)").get(0).authenticator();
		return (named instanceof ApiKeyAuthenticator keys) ? keys : null;
	}

	private Grants grants(TestUser user) {
		Grants known = find(Grants.class);
		Grants grants = (known != null) ? known : Grants.open();
		for (String permission : user.permissions()) {
			String problem = grants.registry().problemOf(permission);
			if (problem != null) {
				throw new IllegalArgumentException(user.origin().where() + ": " + problem + ". The application knows "
						+ String.join(", ", grants.registry().all()) + ".");
			}
		}
		return grants;
	}

	private String authenticator(TestUser.Origin origin) {
		Authenticators known = find(Authenticators.class);
		if (origin.authenticator().isEmpty() || known == null) {
			return origin.authenticator().isEmpty() ? Callers.FOREIGN : origin.authenticator();
		}
		List<NamedAuthenticator> named = resolve(known, origin);
		if (named.size() != 1) {
			throw new IllegalArgumentException(origin.where() + ": name one authenticator, '" + origin.authenticator()
					+ "' is " + named.size() + ". Those that are required together are one, as all(api-key, jwt).");
		}
		return named.get(0).name();
	}

	private static List<NamedAuthenticator> resolve(Authenticators known, TestUser.Origin origin) {
		try {
			return known.resolve(List.of(origin.authenticator()), origin.where());
		}
		catch (MisconfigurationException ex) {
			throw new IllegalArgumentException(ex.getMessage() + " " + ex.action(), ex);
		}
	}

	private <T> @Nullable T find(Class<T> type) {
		return this.beans.getBeanProvider(type).getIfAvailable();
	}

}
