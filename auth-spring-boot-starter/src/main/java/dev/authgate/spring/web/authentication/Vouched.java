package dev.authgate.spring.web.authentication;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.spring.guard.model.Guard;

/**
 * A request whose caller was authenticated before, by another request, and proves it by
 * something that no authenticator reads.
 */
public interface Vouched {

	/** Under this name the audit is told of what is refused. */
	String NAME = "ticket";

	/**
	 * Judges the proof, once.
	 * @param guard the guard of the request, one of whose authenticators authenticated
	 * the caller before
	 * @param request the request
	 * @return the caller under the name of that authenticator, or why there is none
	 * @throws RuntimeException if that cannot be told now
	 */
	AuthenticationResult redeem(Guard guard, AuthRequest request);

}
