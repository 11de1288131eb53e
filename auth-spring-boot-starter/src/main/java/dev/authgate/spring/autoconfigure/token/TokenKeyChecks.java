package dev.authgate.spring.autoconfigure.token;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties.Jwt;

import org.springframework.core.env.Environment;

/**
 * Refuses settings of tokens that have no effect, or could not work.
 */
public final class TokenKeyChecks {

	public static final String KEYS_ACTION = """
			Set the secret that signs and verifies them; one can be made with: openssl rand -base64 48
			    authgate.jwt.secret: ${JWT_SECRET}
			or authgate.jwt.keys, or remove the lines.""";

	private static final Duration MIN_INTERVAL = Duration.ofMillis(100);

	private static final Duration MAX_INTERVAL = Duration.ofDays(1);

	private TokenKeyChecks() {
	}

	static void check(Jwt jwt, Environment environment) {
		if (jwt.keys().isEmpty() && jwt.secret() == null) {
			throw new MisconfigurationException("authgate.jwt.keys has no entry.", KEYS_ACTION);
		}
		if (!jwt.keys().isEmpty() && environment.containsProperty("authgate.jwt.algorithm")) {
			throw new MisconfigurationException(
					"authgate.jwt.algorithm is set, which belongs to authgate.jwt.secret, and each key has its own.",
					"Move the line into the entry of authgate.jwt.keys that it is meant for.");
		}
		if (!jwt.algorithm().symmetric()) {
			throw new MisconfigurationException(
					"authgate.jwt.algorithm is " + jwt.algorithm().headerName()
							+ ", which signs with a pair of keys and not with a secret.",
					"Set it to HS256, HS384 or HS512, or configure the pair in place of the secret, for example"
							+ "\n    authgate.jwt.keys:\n      - private-key: file:/etc/my-app/key.pem");
		}
		if (jwt.reloadInterval().compareTo(MIN_INTERVAL) < 0 || jwt.reloadInterval().compareTo(MAX_INTERVAL) > 0) {
			throw new MisconfigurationException("authgate.jwt.reload-interval is not from 100ms to 1d.",
					"Set it to 5s, say.");
		}
	}

}
