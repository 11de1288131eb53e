package dev.authgate.spring.guard.handler;

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
	 * @return the decoded parameters in the order of the query, without those that have a
	 * malformed escape
	 */
	public static MultiValueMap<String, String> parse(@Nullable String query) {
		return parse(query, false);
	}

	/**
	 * Parses a query string as UTF-8, and counts what cannot be decoded: left out, it
	 * would not be seen beside another value of the same name.
	 * @param query the raw query string, if there is one
	 * @return the decoded parameters in the order of the query; a value that has a
	 * malformed escape stays as it is
	 */
	public static MultiValueMap<String, String> parseAll(@Nullable String query) {
		return parse(query, true);
	}

	private static MultiValueMap<String, String> parse(@Nullable String query, boolean keepMalformed) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		if (query == null || query.isEmpty()) {
			return parameters;
		}
		for (String pair : StringUtils.tokenizeToStringArray(query, "&")) {
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			String raw = (equals < 0) ? "" : pair.substring(equals + 1);
			String decoded = decode(raw);
			String value = (decoded == null && keepMalformed) ? raw : decoded;
			if (name != null && value != null) {
				parameters.add(name, value);
			}
		}
		return parameters;
	}

	private static @Nullable String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
