package dev.authgate.jwt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToLongFunction;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.authgate.AuthUser;
import dev.authgate.AuthorizationHeader;
import dev.authgate.jwt.token.JsonParser;
import dev.authgate.jwt.token.RefusedTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Issues the signed tokens that a {@link JwtAuthenticator} with the same settings takes.
 * <p>
 * A token says who its user is, what the user may do, when it was issued and when it
 * expires, and has an id of its own; issuer and audience if the settings name them; then
 * the user's data, which anybody who holds the token can read. Safe for use by several
 * threads.
 */
public final class JwtIssuer {

	/** How long a token is valid, unless told otherwise. */
	public static final Duration DEFAULT_TIME_TO_LIVE = Duration.ofHours(24);

	private static final Duration MAX_TIME_TO_LIVE = Duration.ofDays(3650);

	private static final int MAX_LENGTH = AuthorizationHeader.MAX_LENGTH - "Bearer ".length();

	private final JwtSettings settings;

	private final Duration timeToLive;

	private final Clock clock;

	private final @Nullable ToLongFunction<String> epochs;

	/**
	 * Makes an issuer whose tokens are not taken back by user.
	 * @param settings what it has in common with the authenticator of its tokens
	 * @param timeToLive how long a token is valid, from one second to ten years
	 * @param clock tells when a token is issued
	 * @throws IllegalArgumentException if the time to live is out of range
	 */
	public JwtIssuer(JwtSettings settings, Duration timeToLive, Clock clock) {
		this(settings, timeToLive, clock, null);
	}

	/**
	 * Makes an issuer.
	 * @param settings what it has in common with the authenticator of its tokens
	 * @param timeToLive how long a token is valid, from one second to ten years
	 * @param clock tells when a token is issued
	 * @param epochs tells the epoch of the user of an id, which becomes the claim
	 * {@code ver}; {@code null} to leave the claim out
	 * @throws IllegalArgumentException if the time to live is out of range
	 */
	public JwtIssuer(JwtSettings settings, Duration timeToLive, Clock clock, @Nullable ToLongFunction<String> epochs) {
		if (timeToLive.toSeconds() < 1 || timeToLive.compareTo(MAX_TIME_TO_LIVE) > 0) {
			throw new IllegalArgumentException("The time to live of a token is from one second to ten years");
		}
		this.settings = settings;
		this.timeToLive = timeToLive;
		this.clock = clock;
		this.epochs = epochs;
	}

	/**
	 * Makes an issuer of tokens that are valid for {@link #DEFAULT_TIME_TO_LIVE} by the
	 * system's clock.
	 * @param settings what it has in common with the authenticator of its tokens
	 * @return the issuer
	 */
	public static JwtIssuer of(JwtSettings settings) {
		return new JwtIssuer(settings, DEFAULT_TIME_TO_LIVE, Clock.systemUTC());
	}

	/**
	 * Issues a token to a user with the default roles.
	 * @param user the user
	 * @return the token in its compact form
	 * @throws IllegalArgumentException if the user's data cannot be claims, or the token
	 * would be too long for a header
	 */
	public String issue(AuthUser user) {
		return issue(user, this.settings.defaultRoles());
	}

	/**
	 * Issues a token to a user.
	 * @param user the user
	 * @param roles exactly the roles that the token gives; may be empty
	 * @return the token in its compact form
	 * @throws IllegalArgumentException if a role is empty or has control characters, the
	 * user's data cannot be claims, or the token would be too long for a header
	 */
	public String issue(AuthUser user, Set<String> roles) {
		return issue(user, roles,
				(this.epochs != null) ? new TokenSession(null, this.epochs.applyAsLong(user.id())) : null);
	}

	/**
	 * Issues a token that becomes void together with others.
	 * @param user the user
	 * @param roles exactly the roles that the token gives; may be empty
	 * @param session what makes it void, or {@code null} for nothing but its id
	 * @return the token in its compact form
	 * @throws IllegalArgumentException if a role is empty or has control characters, the
	 * user's data cannot be claims, or the token would be too long for a header
	 */
	public String issue(AuthUser user, Set<String> roles, @Nullable TokenSession session) {
		Map<String, @Nullable Object> claims = claims(user, roles);
		if (session != null) {
			addSession(claims, session);
		}
		user.data().forEach((name, value) -> claims.put(unclaimed(name), value));
		String token = this.settings.keys().current().sign(json(claims), this.clock);
		if (token.length() > MAX_LENGTH) {
			throw new IllegalArgumentException("The token of user '" + user.id() + "' would have " + token.length()
					+ " characters, and no more than " + MAX_LENGTH + " fit into a header");
		}
		return token;
	}

	/**
	 * Gives the roles of a user of whom none are said.
	 * @return the roles that the settings name
	 */
	public Set<String> defaultRoles() {
		return this.settings.defaultRoles();
	}

	/**
	 * Tells how long a token is valid.
	 * @return the time from its issue to its expiry
	 */
	public Duration timeToLive() {
		return this.timeToLive;
	}

	private Map<String, @Nullable Object> claims(AuthUser user, Set<String> roles) {
		JwtClaimNames names = this.settings.claimNames();
		Instant now = this.clock.instant();
		Map<String, @Nullable Object> claims = new LinkedHashMap<>();
		claims.put(names.userId(), user.id());
		claims.put("iat", now.getEpochSecond());
		claims.put("exp", now.plus(this.timeToLive).getEpochSecond());
		claims.put("jti", UUID.randomUUID().toString());
		claims.put(names.role(), roleClaim(roles));
		claims.put(names.permissions(), List.copyOf(user.permissions()));
		if (this.settings.issuer() != null) {
			claims.put("iss", this.settings.issuer());
		}
		if (this.settings.audience() != null) {
			claims.put("aud", this.settings.audience());
		}
		return claims;
	}

	private static void addSession(Map<String, @Nullable Object> claims, TokenSession session) {
		if (session.id() != null) {
			claims.put("sid", session.id());
		}
		claims.put("ver", session.epoch());
	}

	private static Object roleClaim(Set<String> roles) {
		for (String role : roles) {
			if (!AuthUser.isValidId(role)) {
				throw new IllegalArgumentException("A role is not empty and has no control characters");
			}
		}
		return (roles.size() == 1) ? roles.iterator().next() : List.copyOf(new TreeSet<>(roles));
	}

	// Data that could name the user or the expiry would let whoever edits data forge
	// them.
	private String unclaimed(String name) {
		if (this.settings.claimNames().isTaken(name)) {
			throw new IllegalArgumentException("Data of a user cannot be the claim '" + name + "'");
		}
		return name;
	}

	private static String json(Map<String, @Nullable Object> claims) {
		claims.forEach((name, value) -> requireJson(name, value));
		String json = JSONObjectUtils.toJSONString(claims);
		try {
			JsonParser.parseObject(json);
			return json;
		}
		catch (RefusedTokenException ex) {
			throw new IllegalArgumentException("Data of a user cannot be written as claims that are read again", ex);
		}
	}

	private static void requireJson(String name, @Nullable Object value) {
		if (value instanceof Map<?, ?> map) {
			map.values().forEach((member) -> requireJson(name, member));
		}
		else if (value instanceof List<?> list) {
			list.forEach((element) -> requireJson(name, element));
		}
		else if (value != null && !(value instanceof String || value instanceof Number || value instanceof Boolean)) {
			throw new IllegalArgumentException(
					"Data '" + name + "' of a user cannot be a claim: " + value.getClass().getName());
		}
	}

}
