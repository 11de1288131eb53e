package dev.authgate.http;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;

/**
 * Authenticates the user that a trusted proxy names in a header.
 * <p>
 * The header counts only if the peer of the network connection is one of the
 * {@link TrustedProxies}; from anybody else it is refused. Its value is one id of visible
 * ASCII characters without a comma, by which two values are joined on their way. The
 * credential is ambient, because the proxy adds it to whatever a browser sends. Safe for
 * use by several threads.
 */
public final class ForwardedUserAuthenticator implements Authenticator {

	/** The name of the built-in authenticator for forwarded users. */
	public static final String NAME = "forwarded-user";

	/** The header with the id unless another is named. */
	public static final String DEFAULT_ID_HEADER = "X-Forwarded-User";

	/** The header with the permissions unless another is named. */
	public static final String DEFAULT_PERMISSIONS_HEADER = "X-Forwarded-Permissions";

	/** The most characters that an id may have. */
	public static final int MAX_ID_LENGTH = 255;

	private final TrustedProxies proxies;

	private final String name;

	private final String idHeader;

	private final String permissionsHeader;

	private final boolean allowWildcards;

	private final Grants grants;

	private final AuthEventListener listener;

	ForwardedUserAuthenticator(ForwardedUserAuthenticatorBuilder builder) {
		this.proxies = builder.proxies;
		this.name = builder.name;
		this.idHeader = builder.idHeader;
		this.permissionsHeader = builder.permissionsHeader;
		this.allowWildcards = builder.allowWildcards;
		this.grants = builder.grants;
		this.listener = builder.listener;
	}

	/**
	 * Starts to describe an authenticator.
	 * @param proxies who may name users
	 * @return a builder
	 */
	public static ForwardedUserAuthenticatorBuilder builder(TrustedProxies proxies) {
		return new ForwardedUserAuthenticatorBuilder(proxies);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		List<String> ids = request.headers(this.idHeader);
		List<String> permissions = request.headers(this.permissionsHeader);
		if (ids.isEmpty() && permissions.isEmpty()) {
			return AuthenticationResult.notPresent();
		}
		if (!this.proxies.contains(request.remoteAddress())) {
			return new Rejected(RejectionReason.UNTRUSTED_PEER, true);
		}
		if (ids.isEmpty()) {
			return AuthenticationResult.notPresent();
		}
		if (ids.size() > 1 || permissions.size() > 1 || !isId(ids.get(0))
				|| !permissions.stream().allMatch(ForwardedUserAuthenticator::isText)) {
			return new Rejected(RejectionReason.MALFORMED, true);
		}
		AuthUser user = AuthUser.of(ids.get(0)).withPermissions(granted(permissions, ids.get(0)));
		return new Authenticated(Caller.of(user, this.name), true);
	}

	private PermissionSet granted(List<String> values, String id) {
		List<String> named = new ArrayList<>();
		List<String> dropped = new ArrayList<>(0);
		for (String value : values) {
			for (String permission : value.split(",", -1)) {
				String stripped = permission.strip();
				boolean taken = this.allowWildcards || stripped.indexOf('*') < 0;
				if (!stripped.isEmpty()) {
					(taken ? named : dropped).add(stripped);
				}
			}
		}
		PermissionSet granted = this.grants.received(named, List.of(), dropped::add);
		if (!dropped.isEmpty()) {
			this.listener.onEvent(new AuthEvent.PermissionsDropped(this.name, id, dropped));
		}
		return granted;
	}

	private static boolean isId(String value) {
		return !value.isEmpty() && value.length() <= MAX_ID_LENGTH
				&& value.chars().allMatch((c) -> c > ' ' && c <= '~' && c != ',');
	}

	private static boolean isText(String value) {
		return value.chars().allMatch((c) -> c >= ' ' && c <= '~');
	}

}
