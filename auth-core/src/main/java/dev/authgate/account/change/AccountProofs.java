package dev.authgate.account.change;

import java.util.concurrent.Executor;

import dev.authgate.AccountAction;
import dev.authgate.account.Account;
import dev.authgate.account.AccountChanges;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountProblem;
import dev.authgate.account.AccountResult;
import dev.authgate.account.Actor;
import dev.authgate.account.token.OneTimeToken;
import dev.authgate.account.token.OneTimeTokens;
import dev.authgate.account.token.TokenPurpose;
import dev.authgate.secret.Secret;

/**
 * Lets users prove who they are by messages that only they receive.
 * <p>
 * Whether an address is known is looked up, and the message sent, on another thread:
 * neither the answer nor its time tells (M5). Safe for use by several threads.
 */
public final class AccountProofs {

	private final AccountChanges changes;

	private final OneTimeTokens tokens;

	private final AccountMessages messages;

	private final Executor executor;

	/**
	 * Makes the proofs.
	 * @param changes stores what was proved
	 * @param tokens issues the tokens to be sent
	 * @param messages sends them
	 * @param executor runs what must not take time of a request; bounded
	 */
	public AccountProofs(AccountChanges changes, OneTimeTokens tokens, AccountMessages messages, Executor executor) {
		this.changes = changes;
		this.tokens = tokens;
		this.messages = messages;
		this.executor = executor;
	}

	/**
	 * Sends a token with which to set another password, if somebody has the address.
	 * @param email the address as it was typed
	 * @param actor who asks for it
	 */
	public void requestReset(String email, Actor actor) {
		this.executor.execute(() -> {
			Account account = this.changes.repository().findByEmail(email);
			if (account != null && account.state().enabled()) {
				Secret token = this.tokens.issue(TokenPurpose.RESET_PASSWORD, account.id(),
						PasswordChanges.bindingOf(account));
				this.changes.report(AccountAction.RESET_REQUESTED, account.id(), actor);
				this.messages.sendReset(account, token);
			}
		});
	}

	/**
	 * Sends a token with which to prove an e-mail address, if somebody has it and did not
	 * prove it yet.
	 * @param email the address as it was typed
	 * @param actor who asks for it
	 */
	public void requestVerification(String email, Actor actor) {
		this.executor.execute(() -> {
			Account account = this.changes.repository().findByEmail(email);
			if (account != null && account.state().enabled() && !account.state().verified()) {
				Secret token = this.tokens.issue(TokenPurpose.VERIFY_EMAIL, account.id(), AccountName.canonical(email));
				this.changes.report(AccountAction.VERIFICATION_REQUESTED, account.id(), actor);
				this.messages.sendVerification(account, token);
			}
		});
	}

	/**
	 * Takes the proof of an e-mail address; the token is used up once the proof is
	 * stored.
	 * @param token the token as it was sent
	 * @param actor who brings it
	 * @return the account as it is now, or why nothing was proved
	 */
	public AccountResult verify(Secret token, Actor actor) {
		OneTimeToken found = this.tokens.find(TokenPurpose.VERIFY_EMAIL, token);
		Account account = (found != null) ? this.changes.repository().findById(found.userId()) : null;
		if (found == null || account == null || !proves(found, account)) {
			return AccountResult.refused(AccountProblem.INVALID_TOKEN);
		}
		AccountResult result = this.changes.change(AccountAction.VERIFIED, account.id(),
				new Actor(account.id(), actor.remoteAddress()),
				(present) -> proves(found, present) ? present.withState(present.state().withVerified(true)) : null);
		if (result instanceof AccountResult.Done) {
			this.tokens.take(TokenPurpose.VERIFY_EMAIL, token);
		}
		return result;
	}

	private static boolean proves(OneTimeToken token, Account account) {
		return token.binding().equals(account.name().emailKey());
	}

}
