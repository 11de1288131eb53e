package dev.authgate.spring.throttle;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;

/**
 * Tells clients that send wrong API keys again and again to wait.
 * <p>
 * A right key is answered whatever else came from its address: what keeps keys from being
 * guessed is their length, and a stranger who shares an address with clients, such as
 * that of a proxy, must not keep them out. Right keys are not counted and cost nothing.
 * Immutable.
 */
public final class FailingKeys {

	private final Throttle throttle;

	/**
	 * Makes a count.
	 * @param throttle counts the failures
	 */
	public FailingKeys(Throttle throttle) {
		this.throttle = throttle;
	}

	/**
	 * Counts the answer to a key.
	 * @param result the answer
	 * @param request the request
	 * @return the answer, or that there were too many wrong ones
	 */
	public AuthenticationResult count(AuthenticationResult result, AuthRequest request) {
		if (!(result instanceof Rejected rejected)) {
			return result;
		}
		Attempt attempt = this.throttle.attempt(AttemptKind.API_KEY, null, request.clientAddress());
		return (attempt instanceof Attempt.Refused refused) ? new Throttled(refused.retryAfter(), rejected.claimed())
				: rejected;
	}

}
