package dev.authgate.contract;

/**
 * The requests that tests need most.
 */
public final class TestRequests {

	private static final String PATH = "/api/threads";

	private TestRequests() {
	}

	/**
	 * Makes a request without credentials.
	 * @return the request
	 */
	public static TestRequest anonymous() {
		return TestRequest.get(PATH);
	}

	/**
	 * Makes a request with an {@code Authorization} header.
	 * @param value the header's value
	 * @return the request
	 */
	public static TestRequest authorization(String value) {
		return anonymous().withHeader("Authorization", value);
	}

	/**
	 * Makes a request with a bearer token.
	 * @param token the token
	 * @return the request
	 */
	public static TestRequest bearer(String token) {
		return authorization("Bearer " + token);
	}

	/**
	 * Makes a request with an API key.
	 * @param key the key
	 * @return the request
	 */
	public static TestRequest apiKey(String key) {
		return anonymous().withHeader("X-API-Key", key);
	}

}
