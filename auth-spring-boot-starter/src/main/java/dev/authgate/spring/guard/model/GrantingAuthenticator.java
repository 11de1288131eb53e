package dev.authgate.spring.guard.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.Grants;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.PermissionSet;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator of the application, whose callers get the permissions that their roles
 * and wildcards mean, and the name by which the authenticator is known.
 * <p>
 * Safe for use by several threads.
 */
public final class GrantingAuthenticator implements LiveAuthenticator {

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

	/**
	 * Begins to follow a credential; what is left out of it was told when it was
	 * accepted.
	 */
	@Override
	public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
		LiveCredential followed = (this.delegate instanceof LiveAuthenticator live) ? live.follow(request, caller)
				: null;
		return (followed != null) ? new FollowedCaller(followed, caller, (now) -> granted(now, (dropped) -> {
		})) : null;
	}

	private Caller granted(Caller caller) {
		List<String> dropped = new ArrayList<>(0);
		Caller granted = granted(caller, dropped::add);
		if (!dropped.isEmpty()) {
			this.events.onEvent(new PermissionsDropped(this.name, caller.user().id(), dropped));
		}
		return granted;
	}

	private Caller granted(Caller caller, Consumer<String> dropped) {
		PermissionSet permissions = this.grants.received(caller.user().permissions(), caller.roles(), dropped);
		return caller.withPermissions(permissions).withAuthenticator(this.name);
	}

}
