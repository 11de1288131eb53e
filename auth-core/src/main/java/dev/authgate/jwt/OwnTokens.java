package dev.authgate.jwt;

import java.time.Clock;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Judges the tokens that we issued.
 */
final class OwnTokens {

	private final JwtKeys keys;

	private final Clock clock;

	private final ClaimRules claimRules;

	private final CallerReader callerReader;

	private final RevocationCheck revocations;

	OwnTokens(JwtAuthenticatorBuilder builder, JwtSettings settings) {
		this.keys = settings.keys();
		this.clock = builder.clock;
		this.claimRules = new ClaimRules(settings, new Validity(builder.clockSkew, builder.clock));
		this.callerReader = new CallerReader(builder, settings);
		this.revocations = builder.revocations;
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

	/**
	 * Tells from now on whether tokens of the key that a good token names are taken.
	 */
	BooleanSupplier keyOf(CompactToken token) throws RefusedTokenException {
		JwtKey key = this.keys.current().keyOf(token);
		return () -> this.keys.current().verifiesWith(key, this.clock);
	}

	private Caller callerOf(Claims claims) throws RefusedTokenException {
		Instant issuedAt = claims.peekTime("iat");
		Instant expiry = this.claimRules.check(claims);
		String sessionId = sessionId(claims);
		Long epoch = claims.takeCount("ver");
		Caller caller = this.callerReader.read(claims, expiry);
		VerifiedToken token = new VerifiedToken(null, caller.credentialId(), caller.user().id(), sessionId, epoch,
				issuedAt);
		if (this.revocations.isRevoked(token)) {
			throw new RefusedTokenException(RejectionReason.REVOKED);
		}
		return (sessionId != null) ? caller.withSession(sessionId) : caller;
	}

	private static @Nullable String sessionId(Claims claims) throws RefusedTokenException {
		String id = claims.takeText("sid");
		if (id != null && !AuthUser.isValidId(id)) {
			throw Claims.invalid();
		}
		return id;
	}

}
