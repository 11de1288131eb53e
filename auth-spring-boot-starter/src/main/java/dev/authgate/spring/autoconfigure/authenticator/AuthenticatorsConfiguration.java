package dev.authgate.spring.autoconfigure.authenticator;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.PermissionRegistry;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.ApiKeyUsage;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.guard.model.Authenticators;
import dev.authgate.spring.keys.KeysFile;
import dev.authgate.spring.reload.RepeatedCheck;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.EndpointsProperties;
import dev.authgate.spring.web.PublishedEvents;
import dev.authgate.spring.web.origin.LocalCallers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;

/**
 * The authenticators and what they need.
 */
@Configuration(proxyBeanMethods = false)
public final class AuthenticatorsConfiguration {

	@Bean
	@ConditionalOnMissingBean
	AuthEventListener authgateEventListener(ApplicationEventPublisher publisher) {
		return new PublishedEvents(publisher);
	}

	@Bean
	@ConditionalOnMissingBean
	Grants authgateGrants(AuthgateProperties properties) {
		Map<String, List<String>> known = new LinkedHashMap<>(properties.permissions());
		boolean actuator = ClassUtils.isPresent("org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints",
				getClass().getClassLoader());
		if (!known.isEmpty() && actuator) {
			known.putIfAbsent("actuator", List.of("read", "write"));
		}
		if (!known.isEmpty()) {
			addEndpoints(known, properties.endpoints());
		}
		PermissionRegistry registry = registry(known);
		try {
			return Grants.of(registry, properties.roles());
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.roles: " + ex.getMessage() + ".",
					"Write permissions as <resource>:<action>, and name them under authgate.permissions if that is used.");
		}
	}

	@Bean
	@ConditionalOnMissingBean
	ApiKeyStore authgateApiKeyStore(AuthgateProperties properties, Grants grants) {
		InMemoryApiKeyStore store = new InMemoryApiKeyStore(grants);
		new ConfiguredApiKeys(properties.apiKeys(), grants).read(properties.apiKeys().keys(), "authgate.api-keys.keys")
			.forEach(store::register);
		return store;
	}

	@Bean
	@ConditionalOnMissingBean
	ApiKeyUsage authgateApiKeyUsage(ObjectProvider<Clock> clock) {
		return new ApiKeyUsage(clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	@ConditionalOnProperty("authgate.api-keys.file")
	KeysFile authgateKeysFile(AuthgateProperties properties, ApiKeyStore store, Grants grants,
			Environment environment) {
		return KeysFileEntries.file(properties.apiKeys(), store,
				new KeysFileEntries(new ConfiguredApiKeys(properties.apiKeys(), grants), environment));
	}

	// Nobody asks for it, also where beans are made only when they are needed.
	@Bean
	@Lazy(false)
	@ConditionalOnProperty("authgate.api-keys.file")
	RepeatedCheck authgateKeysFileCheck(KeysFile file, AuthgateProperties properties) {
		return new RepeatedCheck("keys file", file::check, properties.apiKeys().fileInterval());
	}

	@Bean
	@ConditionalOnMissingBean
	LocalCallers authgateLocalCallers(Environment environment) {
		return new LocalCallers(ContainerForwarding.isOn(environment));
	}

	@Bean
	Authenticators authgateAuthenticators(AuthgateProperties properties, AuthenticatorSources sources) {
		return sources.collect(properties);
	}

	@Bean
	AuthenticatorSources authgateAuthenticatorSources(ObjectProvider<Clock> clock, Environment environment,
			org.springframework.beans.factory.ListableBeanFactory beans) {
		return new AuthenticatorSources(beans, environment, clock.getIfUnique(Clock::systemUTC));
	}

	// What an endpoint requires must be known, or nobody could be given it.
	private static void addEndpoints(Map<String, List<String>> known, EndpointsProperties endpoints) {
		if (endpoints.introspect().enabled()) {
			known.merge("tokens", List.of("introspect"), AuthenticatorsConfiguration::joined);
		}
		if (endpoints.sessions().enabled() || endpoints.users().enabled() || endpoints.register().enabled()) {
			known.merge("admin", List.of("read", "write"), AuthenticatorsConfiguration::joined);
		}
	}

	private static List<String> joined(List<String> one, List<String> other) {
		return Stream.concat(one.stream(), other.stream()).distinct().toList();
	}

	private static PermissionRegistry registry(Map<String, List<String>> known) {
		try {
			return known.isEmpty() ? PermissionRegistry.open() : PermissionRegistry.of(known);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.permissions: " + ex.getMessage() + ".",
					"Name the actions of each resource:\n    authgate.permissions:\n      threads: read, write");
		}
	}

}
