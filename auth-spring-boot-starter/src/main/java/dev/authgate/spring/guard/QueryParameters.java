package dev.authgate.spring.guard;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.StringUtils;

/**
 * Reads the parameters of a query string, and never those of a body.
 */
public final class QueryParameters {

	private QueryParameters() {
	}

	/**
	 * Parses a query string as UTF-8.
	 * @param query the raw query string, if there is one
	 * @return the decoded parameters in the order of the query
	 * @throws IllegalArgumentException if an escape is malformed
	 */
	public static MultiValueMap<String, String> parse(@Nullable String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		if (query == null || query.isEmpty()) {
			return parameters;
		}
		for (String pair : StringUtils.tokenizeToStringArray(query, "&")) {
			int equals = pair.indexOf('=');
			String name = (equals < 0) ? pair : pair.substring(0, equals);
			if (!pair.isEmpty()) {
				parameters.add(decode(name), (equals < 0) ? "" : decode(pair.substring(equals + 1)));
			}
		}
		return parameters;
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

}
