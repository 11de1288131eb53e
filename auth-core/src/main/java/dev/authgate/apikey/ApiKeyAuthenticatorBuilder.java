package dev.authgate.apikey;

import java.time.Clock;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Collects the optional parts of an {@link ApiKeyAuthenticator}.
 * <p>
 * For use by one thread.
 */
public final class ApiKeyAuthenticatorBuilder {

	// https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	final ApiKeyStore store;

	String name = ApiKeyAuthenticator.NAME;

	String header = ApiKeyAuthenticator.DEFAULT_HEADER;

	@Nullable String idHeader;

	@Nullable String queryParameter;

	@Nullable String cookie;

	String marker = GeneratedApiKey.marker(GeneratedApiKey.DEFAULT_PREFIX);

	@Nullable ApiKeyUsage usage;

	Clock clock = Clock.systemUTC();

	ApiKeyAuthenticatorBuilder(ApiKeyStore store) {
		this.store = store;
	}

	/**
	 * Sets the name; by default {@code api-key}.
	 * @param name the name by which configuration and annotations choose it
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public ApiKeyAuthenticatorBuilder name(String name) {
		if (name.isBlank()) {
			throw new IllegalArgumentException("An authenticator has a name");
		}
		this.name = name;
		return this;
	}

	/**
	 * Sets the header; by default {@code X-API-Key}.
	 * @param header the name of the header that carries the key
	 * @return this builder
	 * @throws IllegalArgumentException if it is no name that a header can have
	 */
	public ApiKeyAuthenticatorBuilder header(String header) {
		this.header = token(header, "header");
		return this;
	}

	/**
	 * Demands the key's id beside the key; by default only the key is sent.
	 * @param idHeader the name of the header that carries the id
	 * @return this builder
	 * @throws IllegalArgumentException if it is no name that a header can have
	 */
	public ApiKeyAuthenticatorBuilder idHeader(String idHeader) {
		this.idHeader = token(idHeader, "header");
		return this;
	}

	/**
	 * Takes the key from the query string as well, from where it gets into logs and
	 * histories; by default it is not.
	 * @param queryParameter the exact name of the parameter
	 * @return this builder
	 * @throws IllegalArgumentException if it is blank
	 */
	public ApiKeyAuthenticatorBuilder queryParameter(String queryParameter) {
		if (queryParameter.isBlank()) {
			throw new IllegalArgumentException("A query parameter has a name");
		}
		this.queryParameter = queryParameter;
		return this;
	}

	/**
	 * Takes the key from a cookie as well, which browsers send by themselves; by default
	 * it is not.
	 * @param cookie the exact name of the cookie
	 * @return this builder
	 * @throws IllegalArgumentException if it is no name that a cookie can have
	 */
	public ApiKeyAuthenticatorBuilder cookie(String cookie) {
		this.cookie = token(cookie, "cookie");
		return this;
	}

	/**
	 * Sets what {@linkplain GeneratedApiKey generated keys} begin with, by default
	 * {@code ak}: a key that begins with it and an underscore, and is not generated, is
	 * refused without being looked up.
	 * @param prefix the prefix without the underscore
	 * @return this builder
	 * @throws IllegalArgumentException if it is no prefix
	 */
	public ApiKeyAuthenticatorBuilder prefix(String prefix) {
		this.marker = GeneratedApiKey.marker(prefix);
		return this;
	}

	/**
	 * Records when each key was last accepted; by default nothing is recorded.
	 * @param usage where it is recorded
	 * @return this builder
	 */
	public ApiKeyAuthenticatorBuilder usage(ApiKeyUsage usage) {
		this.usage = usage;
		return this;
	}

	/**
	 * Sets the clock; by default the system's.
	 * @param clock tells whether a key is valid yet, and still
	 * @return this builder
	 */
	public ApiKeyAuthenticatorBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Makes the authenticator.
	 * @return the authenticator
	 * @throws IllegalArgumentException if the id is demanded, and its header is that of
	 * the key or the key may be sent elsewhere than in a header
	 */
	public ApiKeyAuthenticator build() {
		if (this.header.equalsIgnoreCase(this.idHeader)) {
			throw new IllegalArgumentException("A key and its id are sent in two different headers");
		}
		if (this.idHeader != null && (this.queryParameter != null || this.cookie != null)) {
			throw new IllegalArgumentException("A key with its id is sent in headers alone");
		}
		return new ApiKeyAuthenticator(this);
	}

	private static String token(String name, String what) {
		if (!TOKEN.matcher(name).matches()) {
			throw new IllegalArgumentException(
					"The name of a " + what + " has letters, digits, dashes and other characters of RFC 9110 tokens");
		}
		return name;
	}

}
