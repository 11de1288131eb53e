package dev.authgate.spring.form;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.secret.Secret;
import dev.authgate.spring.revocation.LoginEpochs;
import dev.authgate.spring.session.NewLogin;
import dev.authgate.spring.throttle.LoginGate;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Judges user names and passwords for sessions.
 * <p>
 * Safe for use by several threads.
 */
public final class FormPasswords {

	/** The name of the login in events. */
	public static final String NAME = "login";

	private final LoginEpochs epochs;

	private final LoginGate logins;

	private final AuthEventListener events;

	/**
	 * Makes a judge.
	 * @param epochs tells the epoch of a user before the password is judged
	 * @param logins the way to passwords
	 * @param events is told of refused logins
	 */
	public FormPasswords(LoginEpochs epochs, LoginGate logins, AuthEventListener events) {
		this.epochs = epochs;
		this.logins = logins;
		this.events = events;
	}

	/**
	 * Judges a login.
	 * @return who logs in, or {@code null} if it is refused
	 * @throws RefusalException if there were too many
	 */
	@Nullable NewLogin judge(String username, Secret password, Client client) {
		AtomicReference<LoginEpochs.@Nullable Read> before = new AtomicReference<>();
		AuthenticationResult result = this.logins.of(NAME, (name) -> before.set(this.epochs.before(name)))
			.login(username, password, client.address());
		if (result instanceof Authenticated authenticated) {
			Caller caller = authenticated.caller();
			long epoch = Objects.requireNonNull(before.get()).of(caller.user().id());
			return new NewLogin(caller.user(), caller.roles(), epoch, client.address());
		}
		RejectionReason reason = (result instanceof Rejected rejected) ? rejected.reason() : RejectionReason.THROTTLED;
		this.events.onEvent(new CredentialRejected(NAME, reason, client.request().getMethod(),
				NativeRequest.path(client.request()), client.address(), username));
		if (result instanceof Throttled throttled) {
			throw new RefusalException(Refusal.throttled(throttled.retryAfter(), null));
		}
		return null;
	}

	/**
	 * Who asks.
	 *
	 * @param request the request
	 * @param address the address of the client
	 */
	record Client(HttpServletRequest request, String address) {
	}

}
