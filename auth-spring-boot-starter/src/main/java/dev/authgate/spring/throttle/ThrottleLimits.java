package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.Map;

import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Limit;

/**
 * The limits of an application.
 *
 * @param accountAndAddress logins of one account from one address
 * @param address logins from one address
 * @param account logins of one account, from all addresses that it is not known from
 * @param knownFor how long an account is known from an address from which it logged in
 * @param others the limits of the other kinds
 */
public record ThrottleLimits(Limit accountAndAddress, Limit address, Limit account, Duration knownFor,
		Map<AttemptKind, Limit> others) {

	/**
	 * Copies the limits.
	 */
	public ThrottleLimits {
		others = Map.copyOf(others);
	}

}
