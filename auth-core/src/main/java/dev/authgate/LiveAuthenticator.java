package dev.authgate;

/**
 * An authenticator that can tell later what has become of a credential it accepted, for
 * what outlives a request: an open socket.
 * <p>
 * Without it what a request began goes on until the credential expires or its user is
 * revoked.
 */
public interface LiveAuthenticator extends Authenticator {

	/**
	 * Begins to follow a credential; called once, right after {@link #authenticate} has
	 * accepted it.
	 * @param request the same request, not to be kept
	 * @param caller whom the credential stands for
	 * @return what tells of the credential from now on, which holds no credential in the
	 * clear
	 */
	LiveCredential follow(AuthRequest request, Caller caller);

}
