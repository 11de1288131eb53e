package dev.authgate.jwt;

import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthorizationHeader;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenTrust;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates signed tokens, our own and those of trusted issuers, sent as bearer
 * tokens (RFC 6750 section 2.1).
 * <p>
 * A token has one accepted spelling, is signed with the algorithm of the key, expires,
 * and names its user by a text; see {@link RejectionReason} for what else can be wrong.
 * The {@code iss} claim chooses who judges a token, and nothing else before its signature
 * holds: the trusted issuer of that name, else our own keys. Claims that mean nothing
 * here become the user's data. Safe for use by several threads.
 */
public final class JwtAuthenticator implements LiveAuthenticator {

	/** The name of the built-in authenticator for signed tokens. */
	public static final String NAME = "jwt";

	private final String name;

	private final Challenge challenge;

	private final @Nullable OwnTokens own;

	private final Map<String, TokenTrust> trusts;

	private final RevocationCheck revocations;

	JwtAuthenticator(JwtAuthenticatorBuilder builder) {
		this.name = builder.name;
		this.challenge = new Challenge(Challenge.bearer().scheme(), builder.realm);
		this.own = (builder.settings != null) ? new OwnTokens(builder, builder.settings) : null;
		this.trusts = Map.copyOf(builder.trusts);
		this.revocations = builder.revocations;
	}

	/**
	 * Starts to describe an authenticator that takes no tokens but those of trusted
	 * issuers.
	 * @return a builder
	 */
	public static JwtAuthenticatorBuilder builder() {
		return new JwtAuthenticatorBuilder(null);
	}

	/**
	 * Starts to describe an authenticator of our own tokens.
	 * @param settings what it has in common with the issuer of its tokens
	 * @return a builder
	 */
	public static JwtAuthenticatorBuilder builder(JwtSettings settings) {
		return new JwtAuthenticatorBuilder(settings);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Challenge challenge() {
		return this.challenge;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		AuthorizationHeader header = request.authorization();
		if (header instanceof AuthorizationHeader.Malformed) {
			return AuthenticationResult.rejected(RejectionReason.MALFORMED);
		}
		return (header instanceof AuthorizationHeader.Present present && present.isScheme(this.challenge.scheme()))
				? verify(present.credentials()) : AuthenticationResult.notPresent();
	}

	/**
	 * Judges a token, wherever it came from.
	 * @param token the compact form of the token, which may be any text
	 * @return the caller, or why the token is refused
	 * @throws RuntimeException if this cannot be told now:
	 * {@link dev.authgate.jwt.key.KeysUnavailableException} if the keys of the token's
	 * issuer are not known, what a {@link RevocationCheck} throws if it does not know
	 * what was taken back
	 */
	public AuthenticationResult verify(String token) {
		try {
			return AuthenticationResult.authenticated(callerOf(CompactToken.parse(token)));
		}
		catch (RefusedTokenException ex) {
			return AuthenticationResult.rejected(ex.reason());
		}
	}

	/**
	 * Begins to follow the token of a request, which is judged once more.
	 */
	@Override
	public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
		if (!(request.authorization() instanceof AuthorizationHeader.Present present)
				|| !present.isScheme(this.challenge.scheme())) {
			return null;
		}
		try {
			return followed(CompactToken.parse(present.credentials()), caller);
		}
		catch (RefusedTokenException ex) {
			return () -> null;
		}
	}

	private LiveCredential followed(CompactToken token, Caller caller) throws RefusedTokenException {
		Caller judged = callerOf(token);
		Caller known = judged.equals(caller) ? caller : judged;
		Claims claims = Claims.of(token);
		Instant issuedAt = claims.peekTime("iat");
		TokenTrust trust = trustOf(claims);
		VerifiedToken verified = new VerifiedToken((trust != null) ? trust.issuer() : null, known.credentialId(),
				known.user().id(), (trust != null) ? null : known.sessionId(),
				(trust != null) ? null : claims.takeCount("ver"), issuedAt);
		BooleanSupplier keyCounts = (trust == null && this.own != null) ? this.own.keyOf(token) : () -> true;
		return new FollowedToken(known, verified, this.revocations, keyCounts);
	}

	private Caller callerOf(CompactToken token) throws RefusedTokenException {
		if (this.own != null && this.trusts.isEmpty()) {
			return this.own.judge(token);
		}
		Claims claims = Claims.of(token);
		TokenTrust trust = trustOf(claims);
		if (trust != null) {
			return judge(trust, token, claims);
		}
		if (this.own == null) {
			throw new RefusedTokenException(RejectionReason.WRONG_ISSUER);
		}
		return this.own.judge(token, claims);
	}

	private @Nullable TokenTrust trustOf(Claims claims) {
		return (claims.peek("iss") instanceof String issuer) ? this.trusts.get(issuer) : null;
	}

	// The claims 'sid' and 'ver' of others mean something else, if anything.
	private Caller judge(TokenTrust trust, CompactToken token, Claims claims) throws RefusedTokenException {
		Instant issuedAt = claims.peekTime("iat");
		Caller caller = trust.judge(token, claims);
		VerifiedToken verified = new VerifiedToken(trust.issuer(), caller.credentialId(), caller.user().id(), null,
				null, issuedAt);
		if (this.revocations.isRevoked(verified)) {
			throw new RefusedTokenException(RejectionReason.REVOKED);
		}
		return caller;
	}

}
