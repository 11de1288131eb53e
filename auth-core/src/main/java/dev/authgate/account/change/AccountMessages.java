package dev.authgate.account.change;

import dev.authgate.account.Account;
import dev.authgate.secret.Secret;

/**
 * Sends messages to users, by e-mail say.
 * <p>
 * Called on a thread of its own, never on that of a request, so that the time does not
 * tell whether an address is known. What it throws is reported without its message.
 */
public interface AccountMessages {

	/**
	 * Sends a token with which to set another password.
	 * @param account whose password it is
	 * @param token the token, which goes into the message and nowhere else
	 */
	void sendReset(Account account, Secret token);

	/**
	 * Sends a token with which to prove an e-mail address.
	 * @param account whose address it is
	 * @param token the token, which goes into the message and nowhere else
	 */
	void sendVerification(Account account, Secret token);

}
