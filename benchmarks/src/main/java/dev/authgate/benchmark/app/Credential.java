package dev.authgate.benchmark.app;

/**
 * A request header that carries a credential.
 *
 * @param header the header's name
 * @param value the header's value
 */
public record Credential(String header, String value) {

	/**
	 * The header of an API key, the same in every variant that takes one.
	 */
	public static final String API_KEY_HEADER = "X-API-Key";

	/**
	 * Returns an API key in its header.
	 */
	public static Credential apiKey(String key) {
		return new Credential(API_KEY_HEADER, key);
	}

	/**
	 * Returns a token in the {@code Authorization} header.
	 */
	public static Credential bearer(String token) {
		return new Credential("Authorization", "Bearer " + token);
	}

	/**
	 * Returns the one cookie that a browser sends.
	 */
	public static Credential cookie(String nameAndValue) {
		return new Credential("Cookie", nameAndValue);
	}

}
