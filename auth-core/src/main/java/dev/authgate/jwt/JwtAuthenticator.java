package dev.authgate.jwt;

import java.time.Instant;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.AuthorizationHeader;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.RejectionReason;

/**
 * Authenticates our own signed tokens, sent as bearer tokens (RFC 6750 section 2.1).
 * <p>
 * A token has one accepted spelling, is signed with the algorithm of the key, expires,
 * and names its user by a text; see {@link RejectionReason} for what else can be wrong.
 * Claims that mean nothing here become the user's data. Safe for use by several threads.
 */
public final class JwtAuthenticator implements Authenticator {

	/** The name of the built-in authenticator for signed tokens. */
	public static final String NAME = "jwt";

	private final String name;

	private final Challenge challenge;

	private final JwtKey key;

	private final HeaderRules headerRules;

	private final ClaimRules claimRules;

	private final CallerReader callerReader;

	JwtAuthenticator(JwtAuthenticatorBuilder builder) {
		this.name = builder.name;
		this.challenge = new Challenge(Challenge.bearer().scheme(), builder.realm);
		this.key = builder.settings.key();
		this.headerRules = new HeaderRules(this.key);
		this.claimRules = new ClaimRules(builder);
		this.callerReader = new CallerReader(builder);
	}

	/**
	 * Starts to describe an authenticator.
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
	 */
	public AuthenticationResult verify(String token) {
		try {
			return AuthenticationResult.authenticated(callerOf(CompactToken.parse(token)));
		}
		catch (RefusedTokenException ex) {
			return AuthenticationResult.rejected(ex.reason());
		}
	}

	// Nothing that a token says is looked at before its signature holds, except for the
	// header, which is only compared with what it has to be.
	private Caller callerOf(CompactToken token) throws RefusedTokenException {
		this.headerRules.check(token);
		if (!this.key.verifies(token.signed(), token.signature())) {
			throw new RefusedTokenException(RejectionReason.BAD_SIGNATURE);
		}
		Claims claims = new Claims(JsonParser.parseObject(token.payload()));
		Instant expiry = this.claimRules.check(claims);
		return this.callerReader.read(claims, expiry);
	}

}
