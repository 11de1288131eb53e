package dev.authgate;

import org.jspecify.annotations.Nullable;

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
	 * @param caller whom the credential stands for; where several authenticators must
	 * accept the same request, whom the first of them knows
	 * @return what tells of the credential from now on, which holds no credential in the
	 * clear; {@code null} if nothing can be told of this one, such as because the request
	 * does not have it
	 * @throws RuntimeException if it cannot be told now, in which case nothing must be
	 * begun
	 */
	@Nullable LiveCredential follow(AuthRequest request, Caller caller);

}
