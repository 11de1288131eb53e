package dev.authgate.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Judges the registered claims of a verified token: when it is valid, who issued it and
 * for whom (RFC 7519 section 4.1).
 */
final class ClaimRules {

	private final @Nullable String issuer;

	private final @Nullable String audience;

	private final Duration clockSkew;

	private final Clock clock;

	ClaimRules(JwtAuthenticatorBuilder builder) {
		this.issuer = builder.settings.issuer();
		this.audience = builder.settings.audience();
		this.clockSkew = builder.clockSkew;
		this.clock = builder.clock;
	}

	// The issuer's clock may be ahead of ours. A token never outlives its expiry: what
	// remembers a token until then must be right.
	Instant check(Claims claims) throws RefusedTokenException {
		Instant now = this.clock.instant();
		Instant expiry = claims.takeTime("exp");
		if (expiry == null) {
			throw Claims.invalid();
		}
		if (!now.isBefore(expiry)) {
			throw new RefusedTokenException(RejectionReason.EXPIRED);
		}
		Instant latest = now.plus(this.clockSkew);
		requireBegun(claims.takeTime("nbf"), latest);
		requireBegun(claims.takeTime("iat"), latest);
		requireIssuer(claims.takeText("iss"));
		requireAudience(claims.takeTexts("aud"));
		return expiry;
	}

	private static void requireBegun(@Nullable Instant time, Instant latest) throws RefusedTokenException {
		if (time != null && time.isAfter(latest)) {
			throw new RefusedTokenException(RejectionReason.NOT_YET_VALID);
		}
	}

	private void requireIssuer(@Nullable String claimed) throws RefusedTokenException {
		if (this.issuer != null && !this.issuer.equals(claimed)) {
			throw new RefusedTokenException(RejectionReason.WRONG_ISSUER);
		}
	}

	// Who has no name is no audience: RFC 7519 section 4.1.3 refuses a token that names
	// others.
	private void requireAudience(@Nullable List<String> claimed) throws RefusedTokenException {
		boolean meant = (this.audience == null) ? claimed == null : claimed != null && claimed.contains(this.audience);
		if (!meant) {
			throw new RefusedTokenException(RejectionReason.WRONG_AUDIENCE);
		}
	}

}
