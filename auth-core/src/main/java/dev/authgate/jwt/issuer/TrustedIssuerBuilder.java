package dev.authgate.jwt.issuer;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.Grants;
import dev.authgate.jwt.remote.KeySource;
import dev.authgate.jwt.remote.RefreshTimer;

/**
 * Collects what is believed of a {@link TrustedIssuer}.
 * <p>
 * For use by one thread.
 */
public final class TrustedIssuerBuilder {

	private static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(30);

	private static final Duration MAX_CLOCK_SKEW = Duration.ofHours(1);

	final KeySource source;

	String name;

	String authenticator = "jwt";

	Collection<String> audiences = List.of();

	boolean allowAnyAudience;

	boolean allowWildcards;

	IssuerClaims claims = IssuerClaims.standard();

	Collection<String> defaultPermissions = List.of();

	String userIdPrefix = "";

	Duration clockSkew = DEFAULT_CLOCK_SKEW;

	Grants grants = Grants.open();

	AuthEventListener listener = AuthEventListener.none();

	Clock clock = Clock.systemUTC();

	RefreshTimer timer = RefreshTimer.shared();

	TrustedIssuerBuilder(KeySource source) {
		this.source = source;
		this.name = source.issuer();
	}

	/**
	 * Sets the name by which events call the issuer; by default what its tokens call it.
	 * @param name the name
	 * @return this builder
	 */
	public TrustedIssuerBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Sets the name of the authenticator that takes the tokens; by default {@code jwt}.
	 * @param authenticator what callers are told to have been authenticated by
	 * @return this builder
	 */
	public TrustedIssuerBuilder authenticator(String authenticator) {
		this.authenticator = authenticator;
		return this;
	}

	/**
	 * Sets for whom a token must be meant; needed unless any audience is allowed.
	 * @param audiences names one of which must be in the {@code aud} claim
	 * @return this builder
	 */
	public TrustedIssuerBuilder audiences(Collection<String> audiences) {
		this.audiences = List.copyOf(audiences);
		return this;
	}

	/**
	 * Accepts tokens that were meant for somebody else, who could then use them here.
	 * @return this builder
	 */
	public TrustedIssuerBuilder allowAnyAudience() {
		this.allowAnyAudience = true;
		return this;
	}

	/**
	 * Accepts permissions such as {@code *:*}; by default they are left out.
	 * @return this builder
	 */
	public TrustedIssuerBuilder allowWildcards() {
		this.allowWildcards = true;
		return this;
	}

	/**
	 * Sets which claims mean what; by default {@code sub} is the user's id and nothing
	 * else means anything.
	 * @param claims the claims
	 * @return this builder
	 */
	public TrustedIssuerBuilder claims(IssuerClaims claims) {
		this.claims = claims;
		return this;
	}

	/**
	 * Sets the permissions of each user of an issuer without a claim for them; by default
	 * none.
	 * @param permissions the permissions, which may have wildcards
	 * @return this builder
	 */
	public TrustedIssuerBuilder defaultPermissions(Collection<String> permissions) {
		this.defaultPermissions = List.copyOf(permissions);
		return this;
	}

	/**
	 * Sets what is put before the ids of this issuer's users, so that none of them is
	 * taken for a user of somebody else; by default nothing.
	 * @param prefix the prefix; may be empty
	 * @return this builder
	 */
	public TrustedIssuerBuilder userIdPrefix(String prefix) {
		this.userIdPrefix = prefix;
		return this;
	}

	/**
	 * Sets how far the issuer's clock may be ahead; by default 30 seconds. It does not
	 * prolong a token: {@code exp} is exact.
	 * @param clockSkew what {@code nbf} and {@code iat} may lie in the future; from zero
	 * to one hour
	 * @return this builder
	 */
	public TrustedIssuerBuilder clockSkew(Duration clockSkew) {
		this.clockSkew = clockSkew;
		return this;
	}

	/**
	 * Sets what roles and permissions mean; by default every well-formed permission is
	 * taken as it is.
	 * @param grants the grants of the application
	 * @return this builder
	 */
	public TrustedIssuerBuilder grants(Grants grants) {
		this.grants = grants;
		return this;
	}

	/**
	 * Sets who is told of permissions that were left out and of keys that could not be
	 * fetched; by default nobody.
	 * @param listener receives {@code PermissionsDropped} and {@code IssuerUnavailable}
	 * @return this builder
	 */
	public TrustedIssuerBuilder listener(AuthEventListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Sets the clock; by default the system's.
	 * @param clock tells whether a token is valid and how old keys are
	 * @return this builder
	 */
	public TrustedIssuerBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Sets what fetches keys again ahead of their age; by default the shared timer.
	 * @param timer runs in the background
	 * @return this builder
	 */
	public TrustedIssuerBuilder timer(RefreshTimer timer) {
		this.timer = timer;
		return this;
	}

	/**
	 * Makes the issuer; nothing is fetched yet.
	 * @return the issuer
	 * @throws IllegalArgumentException if no audience is named and not any is allowed, or
	 * both; if there are default permissions beside a claim for permissions; if the clock
	 * skew is out of range, the prefix cannot be part of an id, or a default permission
	 * is malformed or unknown
	 */
	public TrustedIssuer build() {
		if (this.allowAnyAudience != this.audiences.isEmpty() || this.audiences.contains("")) {
			throw new IllegalArgumentException(this.allowAnyAudience
					? "audiences names some, and allow-any-audience allows all" : "audiences names none");
		}
		if (this.claims.permissions() != null && !this.defaultPermissions.isEmpty()) {
			throw new IllegalArgumentException("default-permissions would never count: claims.permissions is set, and"
					+ " a token without that claim is refused");
		}
		if (this.clockSkew.isNegative() || this.clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
			throw new IllegalArgumentException("clock-skew is from zero to one hour");
		}
		if (!this.userIdPrefix.isEmpty() && !AuthUser.isValidId(this.userIdPrefix)) {
			throw new IllegalArgumentException("user-id-prefix has control characters");
		}
		return new TrustedIssuer(this);
	}

}
