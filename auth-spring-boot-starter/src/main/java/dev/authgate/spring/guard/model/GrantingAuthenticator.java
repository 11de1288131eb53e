package dev.authgate.spring.guard.model;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.Grants;
import dev.authgate.PermissionSet;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator of the application, whose callers get the permissions that their roles
 * and wildcards mean, and the name by which the authenticator is known.
 * <p>
 * Safe for use by several threads.
 */
public final class GrantingAuthenticator implements Authenticator {

	private final Authenticator delegate;

	private final String name;

	private final Grants grants;

	private final AuthEventListener events;

	/**
	 * Wraps an authenticator.
	 * @param delegate the authenticator
	 * @param name the name by which it is known
	 * @param grants what roles and wildcards mean
	 * @param events is told of permissions that are left out
	 */
	public GrantingAuthenticator(Authenticator delegate, String name, Grants grants, AuthEventListener events) {
		this.delegate = delegate;
		this.name = name;
		this.grants = grants;
		this.events = events;
	}

	Authenticator delegate() {
		return this.delegate;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		AuthenticationResult result = this.delegate.authenticate(request);
		return (result instanceof Authenticated authenticated)
				? new Authenticated(granted(authenticated.caller()), authenticated.ambient()) : result;
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public @Nullable Challenge challenge() {
		return this.delegate.challenge();
	}

	private Caller granted(Caller caller) {
		List<String> dropped = new ArrayList<>(0);
		PermissionSet permissions = this.grants.received(caller.user().permissions(), caller.roles(), dropped::add);
		if (!dropped.isEmpty()) {
			this.events.onEvent(new PermissionsDropped(this.name, caller.user().id(), dropped));
		}
		return caller.withPermissions(permissions).withAuthenticator(this.name);
	}

}
