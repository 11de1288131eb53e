package dev.authgate.jwt;

import java.time.Clock;
import java.time.Instant;

import dev.authgate.Caller;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.Validity;

/**
 * Judges the tokens that we issued.
 */
final class OwnTokens {

	private final JwtKeys keys;

	private final Clock clock;

	private final ClaimRules claimRules;

	private final CallerReader callerReader;

	OwnTokens(JwtAuthenticatorBuilder builder, JwtSettings settings) {
		this.keys = settings.keys();
		this.clock = builder.clock;
		this.claimRules = new ClaimRules(settings, new Validity(builder.clockSkew, builder.clock));
		this.callerReader = new CallerReader(builder, settings);
	}

	// Nothing that a token says is looked at before its signature holds, except for the
	// header, which is only compared with what it has to be.
	Caller judge(CompactToken token) throws RefusedTokenException {
		this.keys.current().verify(token, this.clock);
		return callerOf(Claims.of(token));
	}

	Caller judge(CompactToken token, Claims unverified) throws RefusedTokenException {
		this.keys.current().verify(token, this.clock);
		return callerOf(unverified);
	}

	private Caller callerOf(Claims claims) throws RefusedTokenException {
		Instant expiry = this.claimRules.check(claims);
		return this.callerReader.read(claims, expiry);
	}

}
