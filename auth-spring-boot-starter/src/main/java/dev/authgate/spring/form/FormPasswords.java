package dev.authgate.spring.form;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.http.PasswordLogin;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.Secret;
import dev.authgate.spring.session.NewLogin;
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

	private final AccountStore accounts;

	private final PasswordLogin logins;

	private final Revocations revocations;

	private final AuthEventListener events;

	/**
	 * Makes a judge.
	 * @param accounts tells whose name it is
	 * @param logins judges names and passwords
	 * @param revocations tells the epoch of a user
	 * @param events is told of refused logins
	 */
	public FormPasswords(AccountStore accounts, PasswordLogin logins, Revocations revocations,
			AuthEventListener events) {
		this.accounts = accounts;
		this.logins = logins;
		this.revocations = revocations;
		this.events = events;
	}

	/**
	 * Judges a login.
	 * @return who logs in, or {@code null} if it is refused
	 * @throws RefusalException if there were too many
	 */
	@Nullable NewLogin judge(String username, Secret password, Client client) {
		long epoch = epochOf(username);
		AuthenticationResult result = this.logins.login(username, password, client.address());
		if (result instanceof Authenticated authenticated) {
			Caller caller = authenticated.caller();
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

	// Before the password is judged: one that is changed meanwhile makes the session
	// void.
	// An unknown name asks as much of the store as a known one.
	private long epochOf(String username) {
		Account account = this.accounts.find(username);
		return this.revocations.epochOf((account != null) ? account.user().id() : username);
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
