package dev.authgate.spring.settings.authenticator;

import java.time.Duration;
import java.util.regex.Pattern;

import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.spring.MisconfigurationException;
import org.jspecify.annotations.Nullable;

/**
 * Refuses values of {@code authgate.api-keys} that are well-formed and could not work.
 */
public final class ApiKeyChecks {

	// https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

	private static final Duration LONGEST_INTERVAL = Duration.ofDays(1);

	private ApiKeyChecks() {
	}

	/**
	 * Refuses values of API keys.
	 * @param properties the values
	 * @throws MisconfigurationException for the first that could not work
	 */
	public static void check(ApiKeysProperties properties) {
		refuseName(properties.header(), "header", "header", "X-API-Key");
		refuseName(properties.idHeader(), "id-header", "header", "X-API-Key-Id");
		refuseName(properties.cookie(), "cookie", "cookie", "api-key");
		if (properties.queryParameter() != null && properties.queryParameter().isBlank()) {
			throw new MisconfigurationException("authgate.api-keys.query-parameter is empty.",
					"Name the parameter, or remove the line.");
		}
		refuseTogether(properties);
		refusePrefix(properties.prefix());
		refuseFile(properties);
	}

	private static void refuseName(@Nullable String name, String property, String what, String example) {
		if (name != null && !TOKEN.matcher(name).matches()) {
			throw new MisconfigurationException(
					"authgate.api-keys." + property + " is no name that a " + what + " can have.",
					"Use letters, digits and dashes, for example " + example + ".");
		}
	}

	private static void refuseTogether(ApiKeysProperties properties) {
		if (properties.header().equalsIgnoreCase(properties.idHeader())) {
			throw new MisconfigurationException(
					"authgate.api-keys.id-header and authgate.api-keys.header name the same header.",
					"Send the id in another one, for example X-API-Key-Id.");
		}
		boolean elsewhere = properties.queryParameter() != null || properties.cookie() != null;
		if (properties.idHeader() != null && elsewhere) {
			throw new MisconfigurationException(
					"authgate.api-keys.id-header is set beside "
							+ ((properties.cookie() != null) ? "cookie." : "query-parameter."),
					"A key with its id is sent in two headers, and nowhere else: remove one of the two.");
		}
	}

	private static void refusePrefix(String prefix) {
		if (!GeneratedApiKey.isPrefix(prefix)) {
			throw new MisconfigurationException("authgate.api-keys.prefix is no prefix of keys.",
					"Use at most 32 letters and digits, which single underscores may separate, for example acme.");
		}
	}

	private static void refuseFile(ApiKeysProperties properties) {
		if (properties.file() != null && properties.file().isBlank()) {
			throw new MisconfigurationException("authgate.api-keys.file is empty.",
					"Name the file, or remove the line.");
		}
		Duration interval = properties.fileInterval();
		if (interval.compareTo(SHORTEST_INTERVAL) < 0 || interval.compareTo(LONGEST_INTERVAL) > 0) {
			throw new MisconfigurationException("authgate.api-keys.file-interval is not from 100ms to 1d.",
					"Set it to 2s, say, or remove the line.");
		}
	}

}
