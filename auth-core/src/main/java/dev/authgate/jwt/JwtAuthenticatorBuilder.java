package dev.authgate.jwt;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.AuthEventListener;
import dev.authgate.Grants;
import dev.authgate.jwt.token.TokenTrust;
import org.jspecify.annotations.Nullable;

/**
 * Collects the optional parts of a {@link JwtAuthenticator}.
 * <p>
 * For use by one thread.
 */
public final class JwtAuthenticatorBuilder {

	private static final Duration DEFAULT_CLOCK_SKEW = Duration.ofSeconds(30);

	private static final Duration MAX_CLOCK_SKEW = Duration.ofHours(1);

	final @Nullable JwtSettings settings;

	final Map<String, TokenTrust> trusts = new LinkedHashMap<>();

	String name = JwtAuthenticator.NAME;

	@Nullable String realm;

	Duration clockSkew = DEFAULT_CLOCK_SKEW;

	Collection<String> defaultPermissions = List.of();

	Grants grants = Grants.open();

	AuthEventListener listener = AuthEventListener.none();

	RevocationCheck revocations = RevocationCheck.none();

	Clock clock = Clock.systemUTC();

	JwtAuthenticatorBuilder(@Nullable JwtSettings settings) {
		this.settings = settings;
	}

	/**
	 * Sets the name; by default {@code jwt}.
	 * @param name the name by which configuration and annotations choose it
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder name(String name) {
		this.name = name;
		return this;
	}

	/**
	 * Adds a trusted issuer; by default there is none.
	 * @param trust judges the tokens that name its issuer
	 * @return this builder
	 * @throws IllegalArgumentException if the issuer is trusted already, or ours
	 */
	public JwtAuthenticatorBuilder trust(TokenTrust trust) {
		boolean ours = this.settings != null && trust.issuer().equals(this.settings.issuer());
		if (ours || this.trusts.putIfAbsent(trust.issuer(), trust) != null) {
			throw new IllegalArgumentException("Two keep the keys of one issuer: " + trust.issuer());
		}
		return this;
	}

	/**
	 * Sets the realm of the challenge; by default it has none.
	 * @param realm the protection space, or {@code null}
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder realm(@Nullable String realm) {
		this.realm = realm;
		return this;
	}

	/**
	 * Sets how far the clock of who issues may be ahead; by default 30 seconds. It does
	 * not prolong a token: {@code exp} is exact.
	 * @param clockSkew what {@code nbf} and {@code iat} may lie in the future; from zero
	 * to one hour
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder clockSkew(Duration clockSkew) {
		this.clockSkew = clockSkew;
		return this;
	}

	/**
	 * Sets the permissions of a user of whose permissions the token says nothing; by
	 * default none.
	 * @param permissions the permissions, which may have wildcards
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder defaultPermissions(Collection<String> permissions) {
		this.defaultPermissions = List.copyOf(permissions);
		return this;
	}

	/**
	 * Sets what roles and permissions mean; by default every well-formed permission is
	 * taken as it is.
	 * @param grants the grants of the application
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder grants(Grants grants) {
		this.grants = grants;
		return this;
	}

	/**
	 * Sets who is told of permissions that were left out; by default nobody.
	 * @param listener receives {@code PermissionsDropped}
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder listener(AuthEventListener listener) {
		this.listener = listener;
		return this;
	}

	/**
	 * Sets who knows which tokens were taken back; by default none is.
	 * @param revocations asked for each token that is right in everything else
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder revocations(RevocationCheck revocations) {
		this.revocations = revocations;
		return this;
	}

	/**
	 * Sets the clock; by default the system's.
	 * @param clock tells whether a token is valid yet, and still
	 * @return this builder
	 */
	public JwtAuthenticatorBuilder clock(Clock clock) {
		this.clock = clock;
		return this;
	}

	/**
	 * Makes the authenticator.
	 * @return the authenticator
	 * @throws IllegalArgumentException if the clock skew is out of range, a default
	 * permission is malformed or unknown, the realm cannot stand in a header, or there is
	 * nobody whose tokens are taken
	 */
	public JwtAuthenticator build() {
		if (this.clockSkew.isNegative() || this.clockSkew.compareTo(MAX_CLOCK_SKEW) > 0) {
			throw new IllegalArgumentException("The clock skew is from zero to one hour");
		}
		if (this.settings == null && this.trusts.isEmpty()) {
			throw new IllegalArgumentException("There are no keys of our own, and no issuer is trusted");
		}
		return new JwtAuthenticator(this);
	}

}
