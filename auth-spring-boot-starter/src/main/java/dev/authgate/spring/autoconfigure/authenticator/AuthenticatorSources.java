package dev.authgate.spring.autoconfigure.authenticator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import dev.authgate.AuthEventListener;
import dev.authgate.Authenticator;
import dev.authgate.Grants;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.apikey.ApiKeyAuthenticatorBuilder;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.ApiKeyUsage;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.http.BasicAuthenticator;
import dev.authgate.http.BearerAuthenticator;
import dev.authgate.http.ForwardedUserAuthenticator;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.JwtSettings;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.autoconfigure.token.TokenKeyChecks;
import dev.authgate.spring.autoconfigure.token.TrustedIssuerChecks;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.guard.model.GrantingAuthenticator;
import dev.authgate.spring.keys.KeysFile;
import dev.authgate.spring.session.SessionAuthenticator;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.AuthgateProperties.Mode;
import dev.authgate.spring.settings.ConfiguredKeys;
import dev.authgate.spring.settings.authenticator.ApiKeysProperties;
import dev.authgate.spring.web.OffMode;
import dev.authgate.spring.web.authentication.DebugEcho;
import dev.authgate.spring.web.authentication.DevelopmentKey;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.origin.LocalCallers;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Collects the authenticators of an application: its beans, the built-in ones that are
 * configured, and the development key where nothing is.
 */
final class AuthenticatorSources {

	private static final Log logger = LogFactory.getLog(AuthenticatorSources.class);

	// What callers of these names may do is not judged, or means something else.
	private static final Set<String> RESERVED = Set.of(Authenticators.DEFAULT, OffMode.NAME, Callers.FOREIGN);

	private final ListableBeanFactory beans;

	private final Environment environment;

	private final Clock clock;

	AuthenticatorSources(ListableBeanFactory beans, Environment environment, Clock clock) {
		this.beans = beans;
		this.environment = environment;
		this.clock = clock;
	}

	Authenticators collect(AuthgateProperties properties) {
		Map<String, Authenticator> byName = new LinkedHashMap<>();
		this.beans.getBeansOfType(Authenticator.class)
			.forEach((bean, authenticator) -> add(bean, authenticator, byName));
		ApiKeyStore store = this.beans.getBean(ApiKeyStore.class);
		if (hasKeys(properties.apiKeys(), store) && !byName.containsKey(ApiKeyAuthenticator.NAME)) {
			byName.put(ApiKeyAuthenticator.NAME, apiKeys(properties.apiKeys(), store));
		}
		HttpAuthenticators http = new HttpAuthenticators(this.beans, this.environment, properties);
		addConfigured(http, byName);
		if (byName.isEmpty() && properties.mode() == Mode.ENFORCE) {
			byName.put(ApiKeyAuthenticator.NAME, developmentKey(properties));
		}
		refuseUnusedTokens(byName);
		TrustedIssuerChecks.requireTaken(this.beans);
		List<String> defaults = defaults(properties, byName);
		addAvailable(http, byName);
		TrustedIssuerChecks.requirePrefixes(properties.jwt(), otherUsers(byName));
		return new Authenticators(byName, defaults);
	}

	private static void addConfigured(HttpAuthenticators http, Map<String, Authenticator> byName) {
		putIfMade(BearerAuthenticator.NAME, http::bearer, byName);
		putIfMade(ForwardedUserAuthenticator.NAME, http::forwardedUser, byName);
		if (http.basicIsConfigured() || (byName.isEmpty() && http.basicIsLeft())) {
			putIfMade(BasicAuthenticator.NAME, http::basic, byName);
		}
	}

	// They can be named, and are nobody's default unless they are.
	private static void addAvailable(HttpAuthenticators http, Map<String, Authenticator> byName) {
		List<String> headers = byName.values()
			.stream()
			.filter(ApiKeyAuthenticator.class::isInstance)
			.map((apiKey) -> ((ApiKeyAuthenticator) apiKey).header())
			.toList();
		putIfMade(BasicAuthenticator.NAME, http::basic, byName);
		putIfMade(DebugEcho.NAME, () -> http.debug(headers), byName);
	}

	// A bean of the application of that name takes the place of ours.
	private static void putIfMade(String name, Supplier<@Nullable Authenticator> authenticator,
			Map<String, Authenticator> byName) {
		Authenticator made = byName.containsKey(name) ? null : authenticator.get();
		if (made != null) {
			byName.put(name, made);
		}
	}

	private @Nullable String otherUsers(Map<String, Authenticator> byName) {
		for (String name : byName.keySet()) {
			if (!name.equals(JwtAuthenticator.NAME) && !name.equals(DebugEcho.NAME)) {
				return "the authenticator '" + name + "'";
			}
		}
		boolean own = this.beans.getBeanNamesForType(JwtSettings.class, true, false).length > 0;
		return own ? "tokens of this application" : null;
	}

	private void refuseUnusedTokens(Map<String, Authenticator> byName) {
		if (!byName.containsKey(JwtAuthenticator.NAME) && ConfiguredKeys.anyUnder("authgate.jwt", this.environment)) {
			throw new MisconfigurationException("authgate.jwt.* is set, and nothing signs or verifies tokens.",
					TokenKeyChecks.KEYS_ACTION);
		}
	}

	private void add(String bean, Authenticator authenticator, Map<String, Authenticator> byName) {
		String name = authenticator.name().isEmpty() ? bean : authenticator.name();
		boolean ours = authenticator instanceof ApiKeyAuthenticator || authenticator instanceof JwtAuthenticator
				|| authenticator instanceof SessionAuthenticator;
		Authenticator granting = ours ? authenticator : new GrantingAuthenticator(authenticator, name,
				this.beans.getBean(Grants.class), this.beans.getBean(AuthEventListener.class));
		if (!Authenticators.isName(name)) {
			throw new MisconfigurationException(
					"The bean '" + bean + "' is an authenticator named '" + name + "', which no list can name.",
					"Return a name without blanks, commas and parentheses from its name() method.");
		}
		if (RESERVED.contains(name) || byName.put(name, granting) != null) {
			throw new MisconfigurationException(
					"The bean '" + bean + "' is an authenticator named '" + name + "', a name that is taken.",
					"Return another name from its name() method.");
		}
	}

	// The file is asked for also where beans are made only when they are needed.
	private boolean hasKeys(ApiKeysProperties properties, ApiKeyStore store) {
		boolean file = !this.beans.getBeansOfType(KeysFile.class).isEmpty();
		boolean ownStore = !(store instanceof InMemoryApiKeyStore);
		if (ownStore && !properties.keys().isEmpty()) {
			logger.warn("authgate.api-keys.keys is not read: the application has an ApiKeyStore of its own");
		}
		return file || ownStore || !properties.keys().isEmpty();
	}

	private ApiKeyAuthenticator apiKeys(ApiKeysProperties properties, ApiKeyStore store) {
		ApiKeyAuthenticatorBuilder builder = ApiKeyAuthenticator.builder(store)
			.header(properties.header())
			.prefix(properties.prefix())
			.usage(this.beans.getBean(ApiKeyUsage.class))
			.clock(this.clock);
		if (properties.idHeader() != null) {
			builder.idHeader(properties.idHeader());
		}
		if (properties.cookie() != null) {
			builder.cookie(properties.cookie());
		}
		if (properties.queryParameter() != null) {
			builder.queryParameter(properties.queryParameter());
			logger.warn("authgate.api-keys.query-parameter takes keys from query strings, which get into the logs of "
					+ "servers and proxies and into the histories of browsers; a header does not");
		}
		return builder.build();
	}

	private Authenticator developmentKey(AuthgateProperties properties) {
		if (!properties.developmentKey() || ConfiguredKeys.anyOf(this.environment)) {
			throw new MisconfigurationException(
					"No authenticator is configured, so nobody could call this application.", """
							Configure one, for example
							    authgate:
							      api-keys:
							        keys:
							          - { key: "${CLIENT_1_KEY}", app: client_1 }
							or publish a bean of type dev.authgate.Authenticator.""");
		}
		String key = DevelopmentKey.generate();
		InMemoryApiKeyStore store = new InMemoryApiKeyStore(this.beans.getBean(Grants.class));
		store.register(ApiKey.builder(Secret.of(key))
			.id("development")
			.app("development")
			.permissions(this.beans.getBean(Grants.class).registry().all())
			.build());
		logger.warn(String.format(
				"%n%nUsing generated development API key: %s%n%nIt is accepted in the header %s from "
						+ "local callers only. Configure authgate.* before running your application in production.%n",
				key, ApiKeyAuthenticator.DEFAULT_HEADER));
		return new DevelopmentKey(apiKeys(properties.apiKeys(), store), this.beans.getBean(LocalCallers.class));
	}

	private static List<String> defaults(AuthgateProperties properties, Map<String, Authenticator> byName) {
		List<String> configured = properties.defaultAuthenticator();
		if (configured != null && configured.isEmpty()) {
			throw new MisconfigurationException("authgate.default-authenticator is empty.",
					"Name an authenticator, or leave the property out when exactly one is configured.");
		}
		if (configured != null) {
			return configured;
		}
		if (byName.size() > 1) {
			String names = String.join(", ", byName.keySet().stream().sorted().toList());
			throw new MisconfigurationException(
					"Several authenticators are configured (" + names
							+ "), and nothing says which of them routes accept that name none.",
					"Add the line\n    authgate.default-authenticator: " + names
							+ "\nwith those that every route accepts, in the order in which they are asked.");
		}
		return List.copyOf(byName.keySet());
	}

}
