package dev.authgate.spring.test;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.authgate.Caller;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.apikey.InMemoryApiKeyStore;

import org.springframework.beans.factory.BeanFactory;

/**
 * The API keys of the application under test, by whom they stand for.
 */
final class RegisteredKeys {

	private final List<ApiKey> keys;

	private final Instant now;

	private RegisteredKeys(List<ApiKey> keys, Instant now) {
		this.keys = keys;
		this.now = now;
	}

	static RegisteredKeys of(BeanFactory beans) {
		Clock clock = beans.getBeanProvider(Clock.class).getIfUnique(Clock::systemUTC);
		if (beans.getBeanProvider(ApiKeyStore.class).getIfAvailable() instanceof InMemoryApiKeyStore store) {
			return new RegisteredKeys(store.keys().stream().sorted(Comparator.comparing(ApiKey::id)).toList(),
					clock.instant());
		}
		throw new IllegalStateException(
				"apiKeyOf(…) finds only keys that Authgate keeps itself. Use apiKey(…) or user(…).");
	}

	Caller caller(String name) {
		List<ApiKey> named = named(name);
		List<ApiKey> valid = named.stream().filter(this::isValid).toList();
		if (valid.isEmpty()) {
			throw new IllegalStateException(named.isEmpty()
					? "No API key has the app or the id '" + name + "'. There are " + describe(this.keys) + "."
					: "No API key of '" + name + "' is valid now: " + describe(named) + ".");
		}
		if (valid.stream().map((key) -> Map.entry(key.user(), key.roles())).distinct().count() > 1) {
			throw new IllegalStateException("The API keys of '" + name + "' stand for different users. Name one of "
					+ describe(valid) + " by its id.");
		}
		ApiKey key = valid.get(0);
		return new Caller(key.user(), ApiKeyAuthenticator.NAME, key.id(), key.app(), key.roles(), key.expiresAt());
	}

	private List<ApiKey> named(String name) {
		List<ApiKey> byId = this.keys.stream().filter((key) -> key.id().equals(name)).toList();
		return !byId.isEmpty() ? byId : this.keys.stream().filter((key) -> name.equals(key.app())).toList();
	}

	private boolean isValid(ApiKey key) {
		return key.enabled() && (key.notBefore() == null || !this.now.isBefore(key.notBefore()))
				&& (key.expiresAt() == null || this.now.isBefore(key.expiresAt()));
	}

	private static String describe(List<ApiKey> keys) {
		return keys.isEmpty() ? "none" : String.join(", ", keys.stream().map(RegisteredKeys::describe).toList());
	}

	private static String describe(ApiKey key) {
		return (key.app() != null && !key.app().equals(key.id())) ? key.app() + " (id " + key.id() + ")" : key.id();
	}

}
