package dev.authgate.jwt;

/**
 * Tells whether a token was taken back before it expires.
 * <p>
 * Asked with each request, after everything else about the token was found right, and
 * whatever is remembered of tokens. Called by many threads at once.
 */
@FunctionalInterface
public interface RevocationCheck {

	/**
	 * Judges a token.
	 * @param token what a verified token says of itself
	 * @return {@code true} if it is void; any exception means that this cannot be told
	 * now, and the request is refused as unavailable
	 */
	boolean isRevoked(VerifiedToken token);

	/**
	 * Gives the check of an application that takes no tokens back.
	 * @return a check that finds no token void
	 */
	static RevocationCheck none() {
		return (token) -> false;
	}

}
