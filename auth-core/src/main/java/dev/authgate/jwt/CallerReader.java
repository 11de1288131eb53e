package dev.authgate.jwt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.authgate.AuthEvent;
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
 * Makes the caller that a verified token stands for.
 */
final class CallerReader {

	private final String authenticator;

	private final JwtClaimNames names;

	private final Set<String> defaultRoles;

	private final PermissionSet defaultPermissions;

	private final Grants grants;

	private final AuthEventListener listener;

	CallerReader(JwtAuthenticatorBuilder builder, JwtSettings settings) {
		this.authenticator = builder.name;
		this.names = settings.claimNames();
		this.defaultRoles = settings.defaultRoles();
		this.defaultPermissions = builder.grants.configured(builder.defaultPermissions, List.of());
		this.grants = builder.grants;
		this.listener = builder.listener;
	}

	Caller read(Claims claims, Instant expiry) throws RefusedTokenException {
		String id = userId(claims.rest().remove(this.names.userId()));
		String tokenId = claims.takeText("jti");
		if (tokenId != null && !AuthUser.isValidId(tokenId)) {
			throw Claims.invalid();
		}
		Set<String> roles = roles(claims.takeTexts(this.names.role()));
		PermissionSet permissions = permissions(claims.takePermissions(this.names.permissions()), id, roles);
		return new Caller(new AuthUser(id, claims.rest(), permissions), this.authenticator, tokenId, null, roles,
				expiry);
	}

	private static String userId(@Nullable Object claimed) throws RefusedTokenException {
		if (claimed instanceof String id && AuthUser.isValidId(id)) {
			return id;
		}
		throw new RefusedTokenException(RejectionReason.MISSING_SUBJECT);
	}

	// A role ends up in logs and in the names of authorities, like an id.
	private Set<String> roles(@Nullable List<String> claimed) throws RefusedTokenException {
		if (claimed == null) {
			return this.defaultRoles;
		}
		for (String role : claimed) {
			if (!AuthUser.isValidId(role)) {
				throw Claims.invalid();
			}
		}
		return Set.copyOf(claimed);
	}

	private PermissionSet permissions(@Nullable List<String> claimed, String id, Set<String> roles) {
		if (claimed == null) {
			return this.grants.received(List.of(), roles, (none) -> {
			}).plus(this.defaultPermissions);
		}
		List<String> dropped = new ArrayList<>(0);
		PermissionSet granted = this.grants.received(claimed, roles, dropped::add);
		if (!dropped.isEmpty()) {
			this.listener.onEvent(new AuthEvent.PermissionsDropped(this.authenticator, id, dropped));
		}
		return granted;
	}

}
