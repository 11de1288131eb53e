package dev.authgate.spring.endpoint.account;

import java.util.Map;

import dev.authgate.Caller;
import dev.authgate.account.Account;
import dev.authgate.account.AccountFields;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.Actor;
import dev.authgate.account.change.Registration;
import dev.authgate.account.change.RegistrationForm;
import dev.authgate.secret.Secret;
import dev.authgate.spring.request.CountedAttempts;
import dev.authgate.spring.request.FailureAnswers;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What people ask over HTTP to be done with their accounts, for endpoints and for pages
 * of an application's own.
 * <p>
 * What can be guessed is counted: too many attempts are refused with 429 by an exception
 * that answers the request, and so is whatever fails with 503. Safe for use by several
 * threads.
 */
public final class AccountRequests {

	private final AccountServices services;

	private final CountedAttempts attempts;

	private final Proxies proxies;

	private final FailureAnswers failures = new FailureAnswers();

	/**
	 * Makes the requests of an application.
	 * @param services does what is asked for
	 * @param attempts counts what can be guessed
	 * @param proxies tell the address of the client
	 */
	public AccountRequests(AccountServices services, CountedAttempts attempts, Proxies proxies) {
		this.services = services;
		this.attempts = attempts;
		this.proxies = proxies;
	}

	/**
	 * Registers somebody.
	 * @param form what was filled in
	 * @param registrar who does it, {@code null} for somebody who registers itself
	 * @param request the request
	 * @return the account, or why there is none
	 */
	public AccountResult register(RegistrationForm form, @Nullable Caller registrar, HttpServletRequest request) {
		return this.failures.answer("Registration", () -> {
			if (registrar == null) {
				this.attempts.permit(AttemptKind.REGISTER, null, request);
			}
			return this.services.registration().register(form, actor(registrar, request));
		});
	}

	/**
	 * Changes data of the caller's own account.
	 * @param caller the caller
	 * @param fields what to change, by name; {@code null} takes a field away
	 * @param request the request
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult update(Caller caller, Map<String, ?> fields, HttpServletRequest request) {
		return this.failures.answer("The change of an account", () -> {
			// Which addresses are taken can be asked like this.
			if (fields.containsKey(AccountFields.EMAIL)) {
				this.attempts.permit(AttemptKind.RESET, null, request);
			}
			return this.services.updates().update(caller.user().id(), fields, actor(caller, request));
		});
	}

	/**
	 * Changes the caller's own password. Everything that was issued to the user before
	 * ends, except the browser session in which it is done.
	 * @param caller the caller
	 * @param passwords the present and the new password as they were typed
	 * @param request the request
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult changePassword(Caller caller, PasswordPair passwords, HttpServletRequest request) {
		return this.failures.answer("The change of a password",
				() -> changePassword(caller.user().id(), passwords, actor(caller, request), request));
	}

	/**
	 * Asks for a message with which to set another password. Nobody is told whether
	 * somebody has the address.
	 * @param email the address as it was typed
	 * @param request the request
	 */
	public void requestReset(String email, HttpServletRequest request) {
		this.failures.answer("The reset of a password", () -> {
			this.attempts.permit(AttemptKind.RESET, email, request);
			this.services.proofs().get().requestReset(email, actor(null, request));
			return email;
		});
	}

	/**
	 * Sets a password with the token of such a message.
	 * @param token the token as it was sent
	 * @param next the new password as it was typed
	 * @param request the request
	 * @return the account as it is now, or why it was not changed
	 */
	public AccountResult reset(Secret token, Secret next, HttpServletRequest request) {
		return this.failures.answer("The reset of a password", () -> {
			this.attempts.permit(AttemptKind.RESET, null, request);
			return this.services.passwords().reset(token, next, actor(null, request));
		});
	}

	/**
	 * Asks for a message with which to prove an e-mail address. Nobody is told whether
	 * somebody has the address.
	 * @param email the address as it was typed
	 * @param request the request
	 */
	public void requestVerification(String email, HttpServletRequest request) {
		this.failures.answer("The proof of an address", () -> {
			this.attempts.permit(AttemptKind.RESET, email, request);
			this.services.proofs().get().requestVerification(email, actor(null, request));
			return email;
		});
	}

	/**
	 * Proves an e-mail address with the token of such a message.
	 * @param token the token as it was sent
	 * @param request the request
	 * @return the account as it is now, or why nothing was proved
	 */
	public AccountResult verify(Secret token, HttpServletRequest request) {
		return this.failures.answer("The proof of an address", () -> {
			this.attempts.permit(AttemptKind.RESET, null, request);
			return this.services.proofs().get().verify(token, actor(null, request));
		});
	}

	@Nullable Account find(Caller caller) {
		return this.services.repository().findById(caller.user().id());
	}

	Actor actor(@Nullable Caller caller, HttpServletRequest request) {
		String address = this.proxies.clientAddress(request);
		return (caller != null) ? new Actor(caller.user().id(), address, caller.sessionId()) : Actor.unknown(address);
	}

	private AccountResult changePassword(String id, PasswordPair passwords, Actor actor, HttpServletRequest request) {
		Account account = this.services.repository().findById(id);
		if (account == null) {
			return AccountResult.refused(AccountProblem.GONE);
		}
		Attempt.Permitted attempt = this.attempts.permit(AttemptKind.LOGIN, account.name().username(), request);
		AccountResult result = this.services.passwords().change(id, passwords.present(), passwords.next(), actor);
		if (!(result instanceof AccountResult.Refused refused) || refused.problem() != AccountProblem.WRONG_PASSWORD) {
			attempt.succeeded();
		}
		return result;
	}

	/**
	 * A present and a new password.
	 *
	 * @param present the present password as it was typed
	 * @param next the new password as it was typed
	 */
	public record PasswordPair(Secret present, Secret next) {
	}

}
