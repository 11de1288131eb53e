package dev.authgate;

/**
 * Tells whom a bearer token stands for.
 * <p>
 * A bean of this type configures the authenticator {@code bearer}. Called by many threads
 * at once, for each request anew.
 */
@FunctionalInterface
public interface TokenValidator {

	/**
	 * Judges a token.
	 * @param token what follows the scheme: at least one visible ASCII character, no
	 * blank; at most {@value AuthorizationHeader#MAX_LENGTH} characters with the scheme
	 * @return the user, never {@code null}
	 * @throws AuthException to refuse, with the status and message of the answer; any
	 * other runtime exception is answered with 503
	 */
	AuthUser validate(String token);

}
