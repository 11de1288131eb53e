package dev.authgate.jwt;

import java.time.Instant;
import java.util.List;

import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Judges the registered claims of a verified token of ours: when it is valid, who issued
 * it and for whom (RFC 7519 section 4.1).
 */
final class ClaimRules {

	private final @Nullable String issuer;

	private final @Nullable String audience;

	private final Validity validity;

	ClaimRules(JwtSettings settings, Validity validity) {
		this.issuer = settings.issuer();
		this.audience = settings.audience();
		this.validity = validity;
	}

	Instant check(Claims claims) throws RefusedTokenException {
		Instant expiry = this.validity.check(claims);
		requireIssuer(claims.takeText("iss"));
		requireAudience(claims.takeTexts("aud"));
		return expiry;
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
