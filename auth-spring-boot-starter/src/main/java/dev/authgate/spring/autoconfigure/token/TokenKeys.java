package dev.authgate.spring.autoconfigure.token;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties.Jwt;
import dev.authgate.spring.settings.token.TokenKeyProperties;
import dev.authgate.spring.tokens.KeyTexts;
import dev.authgate.spring.tokens.WatchedKeys;

/**
 * Makes the key ring of our own tokens.
 */
final class TokenKeys {

	static final String SECRET_ACTION = "Put the secret into an environment variable, and write\n"
			+ "    authgate.jwt.secret: ${JWT_SECRET}";

	private final List<TokenKeyEntry> entries = new ArrayList<>();

	private final Clock clock;

	private TokenKeys(List<TokenKeyProperties> keys, Clock clock) {
		this.clock = clock;
		for (int i = 0; i < keys.size(); i++) {
			this.entries.add(new TokenKeyEntry(keys.get(i), "authgate.jwt.keys[" + i + "]"));
		}
	}

	static JwtKeys of(Jwt jwt, Clock clock) {
		if (jwt.keys().isEmpty()) {
			return KeyRing.of(key(jwt));
		}
		if (jwt.secret() != null) {
			throw new MisconfigurationException("Both authgate.jwt.secret and authgate.jwt.keys are set.",
					"Move the secret into an entry of its own, without an id, which takes the tokens that it signed:"
							+ "\n    authgate.jwt.keys:\n      - secret: ${JWT_SECRET}");
		}
		return new TokenKeys(jwt.keys(), clock).watched();
	}

	private JwtKeys watched() {
		this.entries.forEach(TokenKeyEntry::requireOneForm);
		List<String> locations = this.entries.stream().flatMap(TokenKeyEntry::locations).toList();
		return locations.stream().anyMatch(KeyTexts::isFile)
				? new WatchedKeys(() -> KeyTexts.read(locations), this::ring) : ring(KeyTexts.read(locations));
	}

	private KeyRing ring(KeyTexts texts) {
		List<JwtKey> keys = this.entries.stream().flatMap((entry) -> entry.keys(texts).stream()).toList();
		KeyRing ring = ring(keys);
		if (ring.canSign() && ring.signingKey(this.clock) == null) {
			throw new MisconfigurationException("authgate.jwt.keys: No key signs now.",
					"Leave sign-from out of the first key, or set it to a time that has passed;"
							+ " remove keys that have retired.");
		}
		return ring;
	}

	private static KeyRing ring(List<JwtKey> keys) {
		try {
			return KeyRing.of(keys);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("authgate.jwt.keys: " + ex.getMessage() + ".",
					"Give each key an id of its own; the one that takes over signing a sign-from, and the one before it"
							+ " a retire-at after that.");
		}
	}

	private static JwtKey key(Jwt jwt) {
		try {
			return JwtKey.of((jwt.secret() != null) ? jwt.secret() : Secret.of(""), jwt.algorithm());
		}
		catch (IllegalArgumentException ex) {
			String problem = String.valueOf(ex.getMessage());
			throw new MisconfigurationException("authgate.jwt.secret: " + problem + (problem.endsWith(".") ? "" : "."),
					SECRET_ACTION);
		}
	}

}
