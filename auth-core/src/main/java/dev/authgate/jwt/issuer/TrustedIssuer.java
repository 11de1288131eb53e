package dev.authgate.jwt.issuer;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import dev.authgate.AuthEvent.IssuerUnavailable;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.key.VerificationKey;
import dev.authgate.jwt.key.VerificationKeys;
import dev.authgate.jwt.remote.KeySource;
import dev.authgate.jwt.remote.RemoteKeys;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.CompactToken;
import dev.authgate.jwt.token.RefusedTokenException;
import dev.authgate.jwt.token.TokenHeader;
import dev.authgate.jwt.token.TokenTrust;
import dev.authgate.jwt.token.Validity;
import org.jspecify.annotations.Nullable;

/**
 * Judges the tokens of an issuer that publishes its keys (OpenID Connect, RFC 9068).
 * <p>
 * A token must be signed with one of those keys and an algorithm that is allowed for it,
 * expire, be meant for us, and name its user by a text. What its claims mean is said for
 * each issuer by itself: neither roles nor names of users are shared with others. Nothing
 * is fetched before the first token. Safe for use by several threads.
 */
public final class TrustedIssuer implements TokenTrust {

	// They name a certificate, from which nothing is taken here.
	private static final Set<String> IGNORED_HEADERS = Set.of("x5t", "x5t#S256");

	private final String issuer;

	private final Set<String> algorithms;

	private final VerificationKeys keys;

	private final Validity validity;

	private final @Nullable Set<String> audiences;

	private final CallerReader callers;

	TrustedIssuer(TrustedIssuerBuilder builder) {
		KeySource source = builder.source;
		this.issuer = source.issuer();
		this.algorithms = names(source);
		this.keys = new RemoteKeys(source, builder.clock, builder.timer,
				(problem) -> builder.listener.onEvent(new IssuerUnavailable(builder.name, problem)));
		this.validity = new Validity(builder.clockSkew, builder.clock);
		this.audiences = builder.allowAnyAudience ? null : Set.copyOf(builder.audiences);
		this.callers = new CallerReader(builder);
	}

	/**
	 * Starts to describe an issuer.
	 * @param source where it publishes its keys
	 * @return a builder
	 */
	public static TrustedIssuerBuilder builder(KeySource source) {
		return new TrustedIssuerBuilder(source);
	}

	@Override
	public String issuer() {
		return this.issuer;
	}

	/**
	 * Judges a token of this issuer.
	 * @throws dev.authgate.jwt.key.KeysUnavailableException if the key that the token
	 * names is not known, and the issuer cannot be asked now
	 */
	@Override
	public Caller judge(CompactToken token, Claims claims) throws RefusedTokenException {
		verify(token);
		claims.take("iss");
		Instant expiry = this.validity.check(claims);
		requireAudience(claims.takeTexts("aud"));
		return this.callers.read(claims, expiry);
	}

	// An algorithm that no key may have must not even make the issuer be asked.
	private void verify(CompactToken token) throws RefusedTokenException {
		TokenHeader header = TokenHeader.of(token, IGNORED_HEADERS);
		if (!this.algorithms.contains(header.algorithm())) {
			throw new RefusedTokenException(RejectionReason.WRONG_ALGORITHM);
		}
		List<VerificationKey> known = this.keys.find(header.keyId());
		if (known.isEmpty()) {
			throw new RefusedTokenException(RejectionReason.UNKNOWN_KEY_ID);
		}
		requireSignature(token, header.algorithm(), known);
	}

	private static void requireSignature(CompactToken token, String algorithm, List<VerificationKey> known)
			throws RefusedTokenException {
		RejectionReason reason = RejectionReason.WRONG_ALGORITHM;
		byte[] signed = token.signed();
		for (VerificationKey key : known) {
			if (key.algorithm().headerName().equals(algorithm)) {
				if (key.verifies(signed, token.signature())) {
					return;
				}
				reason = RejectionReason.BAD_SIGNATURE;
			}
		}
		throw new RefusedTokenException(reason);
	}

	private void requireAudience(@Nullable List<String> claimed) throws RefusedTokenException {
		if (this.audiences != null && (claimed == null || Collections.disjoint(claimed, this.audiences))) {
			throw new RefusedTokenException(RejectionReason.WRONG_AUDIENCE);
		}
	}

	private static Set<String> names(KeySource source) {
		return Set.copyOf(source.algorithms().stream().map((algorithm) -> algorithm.headerName()).toList());
	}

}
