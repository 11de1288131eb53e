package dev.authgate.jwt.issuer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.jwt.token.Claims;
import dev.authgate.jwt.token.RefusedTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Makes the caller that a verified token of an issuer stands for.
 */
final class CallerReader {

	private final String authenticator;

	private final ClaimPath userId;

	private final @Nullable ClaimPath permissions;

	private final @Nullable ClaimPath role;

	private final String userIdPrefix;

	private final boolean allowWildcards;

	private final PermissionSet defaultPermissions;

	private final Grants grants;

	private final AuthEventListener listener;

	CallerReader(TrustedIssuerBuilder builder) {
		this.authenticator = builder.authenticator;
		this.userId = new ClaimPath(builder.claims.userId());
		this.permissions = (builder.claims.permissions() != null) ? new ClaimPath(builder.claims.permissions()) : null;
		this.role = (builder.claims.role() != null) ? new ClaimPath(builder.claims.role()) : null;
		this.userIdPrefix = builder.userIdPrefix;
		this.allowWildcards = builder.allowWildcards;
		this.defaultPermissions = defaults(builder);
		this.grants = builder.grants;
		this.listener = builder.listener;
	}

	Caller read(Claims claims, Instant expiry) throws RefusedTokenException {
		String id = userId(claims);
		String tokenId = claims.takeText("jti");
		if (tokenId != null && !AuthUser.isValidId(tokenId)) {
			throw Claims.invalid();
		}
		Set<String> roles = roles(claims);
		PermissionSet granted = permissions(claims, id, roles);
		return new Caller(new AuthUser(id, claims.rest(), granted), this.authenticator, tokenId, null, roles, expiry);
	}

	private static PermissionSet defaults(TrustedIssuerBuilder builder) {
		try {
			return builder.grants.configured(builder.defaultPermissions, List.of());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("default-permissions: " + ex.getMessage(), ex);
		}
	}

	private String userId(Claims claims) throws RefusedTokenException {
		if (this.userId.take(claims).value() instanceof String id && AuthUser.isValidId(id)
				&& AuthUser.isValidId(this.userIdPrefix + id)) {
			return this.userIdPrefix + id;
		}
		throw new RefusedTokenException(RejectionReason.MISSING_SUBJECT);
	}

	// A role ends up in logs and in the names of authorities, like an id.
	private Set<String> roles(Claims claims) throws RefusedTokenException {
		ClaimPath.Found found = (this.role != null) ? this.role.take(claims) : ClaimPath.Found.NOTHING;
		if (!found.there()) {
			return Set.of();
		}
		List<String> words = found.words();
		if (words == null || !words.stream().allMatch(AuthUser::isValidId)) {
			throw Claims.invalid();
		}
		return Set.copyOf(words);
	}

	private PermissionSet permissions(Claims claims, String id, Set<String> roles) throws RefusedTokenException {
		List<String> dropped = new ArrayList<>(0);
		List<String> received = new ArrayList<>();
		for (String permission : claimed(claims)) {
			boolean wild = permission.indexOf('*') >= 0 && !this.allowWildcards;
			(wild ? dropped : received).add(permission);
		}
		PermissionSet granted = this.grants.received(received, roles, dropped::add);
		if (!dropped.isEmpty()) {
			this.listener.onEvent(new PermissionsDropped(this.authenticator, id, dropped));
		}
		return granted.plus(this.defaultPermissions);
	}

	private List<String> claimed(Claims claims) throws RefusedTokenException {
		if (this.permissions == null) {
			return List.of();
		}
		ClaimPath.Found found = this.permissions.take(claims);
		if (!found.there()) {
			throw new RefusedTokenException(RejectionReason.MISSING_PERMISSIONS);
		}
		List<String> words = (found.value() instanceof Map<?, ?> map) ? joined(map) : found.words();
		if (words == null) {
			throw new RefusedTokenException(RejectionReason.MALFORMED_PERMISSIONS);
		}
		return words;
	}

	private static @Nullable List<String> joined(Map<?, ?> actionsByResource) {
		List<String> permissions = new ArrayList<>();
		for (Map.Entry<?, ?> entry : actionsByResource.entrySet()) {
			List<String> actions = (entry.getValue() instanceof List<?>)
					? new ClaimPath.Found(true, entry.getValue()).words() : null;
			if (actions == null) {
				return null;
			}
			actions.forEach((action) -> permissions.add(entry.getKey() + ":" + action));
		}
		return permissions;
	}

}
