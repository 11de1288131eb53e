package dev.authgate.spring.throttle;

import java.util.function.Consumer;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.account.Accounts;
import dev.authgate.http.PasswordLogin;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;

/**
 * The one way to a password: each login is counted before its password is looked at, and
 * taken out of the count when it is right.
 * <p>
 * A refused login costs no comparison of passwords, and is the same whether or not there
 * is such an account. Safe for use by several threads.
 */
public final class LoginGate {

	private final Accounts accounts;

	private final Throttle throttle;

	/**
	 * Makes a gate.
	 * @param accounts judges passwords
	 * @param throttle counts logins
	 */
	public LoginGate(Accounts accounts, Throttle throttle) {
		this.accounts = accounts;
		this.throttle = throttle;
	}

	/**
	 * Gives the login of a mechanism.
	 * @param mechanism the name of the mechanism, which becomes the caller's
	 * authenticator
	 * @return the login
	 */
	public PasswordLogin of(String mechanism) {
		return of(mechanism, (username) -> {
		});
	}

	/**
	 * Gives the login of a mechanism that has to know something before a password is
	 * looked at.
	 * @param mechanism the name of the mechanism
	 * @param before is told the name of a login that is permitted, before its password is
	 * looked at; a refused one costs it nothing
	 * @return the login
	 */
	public PasswordLogin of(String mechanism, Consumer<String> before) {
		return (username, password, clientAddress) -> {
			Attempt attempt = this.throttle.attempt(AttemptKind.LOGIN, username, clientAddress);
			if (attempt instanceof Attempt.Refused refused) {
				return new Throttled(refused.retryAfter(), username);
			}
			before.accept(username);
			AuthenticationResult result = this.accounts.login(username, password, mechanism);
			if (result instanceof Authenticated && attempt instanceof Attempt.Permitted permitted) {
				permitted.succeeded();
			}
			return result;
		};
	}

}
