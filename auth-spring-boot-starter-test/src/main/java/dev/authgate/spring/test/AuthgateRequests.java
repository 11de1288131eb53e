package dev.authgate.spring.test;

import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Says who sends a request of MockMvc, for {@code with(…)}.
 * <p>
 * {@link #apiKey} and {@link #jwt} send a real credential; {@link #user} and
 * {@link #apiKeyOf} preset the caller of a request that has none. What is wrong with one
 * of them, an unknown permission for example, is thrown when the request is performed.
 * MockMvc must know the application, as Spring Boot's {@code @AutoConfigureMockMvc} and
 * {@code @WebMvcTest} see to.
 */
public final class AuthgateRequests {

	private AuthgateRequests() {
	}

	/**
	 * Sends an API key, right or wrong, in the header that the application reads.
	 * @param key the key
	 * @return the credential
	 */
	public static Credential apiKey(String key) {
		return new ApiKeyCredential(null, key);
	}

	/**
	 * Sends an API key with its id, where {@code authgate.api-keys.id-header} asks for
	 * it.
	 * @param id the id of the key, right or wrong
	 * @param key the key, right or wrong
	 * @return the credential; throws {@link IllegalStateException} if the application
	 * reads no ids
	 */
	public static Credential apiKey(String id, String key) {
		return new ApiKeyCredential(id, key);
	}

	/**
	 * Presets the caller whom a registered API key stands for, so that the test need not
	 * know the key. As with the key itself, only guards that ask the authenticator
	 * {@code api-key} accept the caller. Keys of a store of the application's own are not
	 * found.
	 * @param name the app of the key, or its id
	 * @return presets the caller; throws {@link IllegalStateException} if there is no
	 * valid key of that name, or several that stand for different users
	 */
	public static RequestPostProcessor apiKeyOf(String name) {
		return (request) -> PresetUser.preset(RegisteredKeys.of(TestedApplication.contextOf(request)).caller(name),
				request);
	}

	/**
	 * Sends a token for the user {@code user}, issued by the application's
	 * {@code JwtIssuer}.
	 * @return the credential, to be described further
	 */
	public static TokenCredential jwt() {
		return jwt("user");
	}

	/**
	 * Sends a token, issued by the application's {@code JwtIssuer}.
	 * @param id the user's id
	 * @return the credential, to be described further
	 */
	public static TokenCredential jwt(String id) {
		return new TokenCredential(TestUser.of(id, "jwt(\"" + id + "\")"));
	}

	/**
	 * Presets a user without a credential, whom every guard accepts unless an
	 * authenticator is named.
	 * @param id the user's id
	 * @return the user, to be described further
	 */
	public static PresetUser user(String id) {
		return new PresetUser(TestUser.of(id, "user(\"" + id + "\")"));
	}

}
