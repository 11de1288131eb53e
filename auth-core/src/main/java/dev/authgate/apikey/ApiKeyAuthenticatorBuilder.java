package dev.authgate.apikey;

import java.time.Clock;

/**
 * Collects the optional parts of an {@link ApiKeyAuthenticator}.
 * <p>
 * For use by one thread.
 */
public final class ApiKeyAuthenticatorBuilder {

	final ApiKeyStore store;

	String name = ApiKeyAuthenticator.NAME;

	String header = ApiKeyAuthenticator.DEFAULT_HEADER;

	Clock clock = Clock.systemUTC();

	ApiKeyAuthenticatorBuilder(ApiKeyStore store) {
		this.store = store;
	}

	/**
	 * Sets the name; by default {@code api-key}.
	 * @param name the name by which configuration and annotations choose it
	 * @return this builder
	 */
	public ApiKeyAuthenticatorBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Sets the header; by default {@code X-API-Key}.
	 * @param header the name of the header that carries the key
	 * @return this builder
	 */
	public ApiKeyAuthenticatorBuilder header(String header) {
		this.header = header;
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
	 */
	public ApiKeyAuthenticator build() {
		return new ApiKeyAuthenticator(this);
	}

}
