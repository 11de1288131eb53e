package dev.authgate.benchmark.app;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What somebody types into a login form.
 *
 * @param username the name, of which a URL takes every character as it is
 */
public record Login(String username) {

	/**
	 * The path of the login form in every variant that has one.
	 */
	public static final String PATH = "/login";

	/**
	 * The media type of what a form sends.
	 */
	public static final String FORM_TYPE = "application/x-www-form-urlencoded";

	/**
	 * The login of the caller who may read.
	 */
	public static final Login READER = new Login("reader");

	/**
	 * The login of the caller who may not.
	 */
	public static final Login STRANGER = new Login("stranger");

	/**
	 * The password of both; of use on a loopback benchmark only.
	 */
	public static final String PASSWORD = "benchmark-5b1e7d90c2a84f36";

	/**
	 * What is stored of the password.
	 */
	public static final String PASSWORD_HASH = "{bcrypt}$2a$10$AZHZSdIJJIGEZ0IHBJyi2OG.4b0YqWtDp5Egx3JXRb0rE5LDPyegK";

	/**
	 * Returns the fields of the form.
	 */
	public Map<String, String> fields() {
		return Map.of("username", this.username, "password", PASSWORD);
	}

	/**
	 * Returns the form as it is sent.
	 */
	public byte[] form() {
		return fields().entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + field.getValue())
			.collect(Collectors.joining("&"))
			.getBytes(StandardCharsets.US_ASCII);
	}

}
