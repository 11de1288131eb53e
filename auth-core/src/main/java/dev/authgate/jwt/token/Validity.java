package dev.authgate.jwt.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Judges when a token is valid (RFC 7519 sections 4.1.4 to 4.1.6).
 * <p>
 * Safe for use by several threads.
 */
public final class Validity {

	private final Duration clockSkew;

	private final Clock clock;

	/**
	 * Makes the judge.
	 * @param clockSkew how far {@code nbf} and {@code iat} may lie in the future
	 * @param clock tells the time
	 */
	public Validity(Duration clockSkew, Clock clock) {
		this.clockSkew = clockSkew;
		this.clock = clock;
	}

	/**
	 * Takes the three times from the claims. A token never outlives its expiry: what
	 * remembers a token until then must be right.
	 * @param claims the claims
	 * @return when the token expires
	 * @throws RefusedTokenException if the token has expired, has not begun, or does not
	 * say when it expires
	 */
	public Instant check(Claims claims) throws RefusedTokenException {
		Instant now = this.clock.instant();
		Instant expiry = claims.takeTime("exp");
		if (expiry == null) {
			throw Claims.invalid();
		}
		if (!now.isBefore(expiry)) {
			throw new RefusedTokenException(RejectionReason.EXPIRED);
		}
		// The issuer's clock may be ahead of ours.
		Instant latest = now.plus(this.clockSkew);
		requireBegun(claims.takeTime("nbf"), latest);
		requireBegun(claims.takeTime("iat"), latest);
		return expiry;
	}

	private static void requireBegun(@Nullable Instant time, Instant latest) throws RefusedTokenException {
		if (time != null && time.isAfter(latest)) {
			throw new RefusedTokenException(RejectionReason.NOT_YET_VALID);
		}
	}

}
