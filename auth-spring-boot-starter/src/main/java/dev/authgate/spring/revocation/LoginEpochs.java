package dev.authgate.spring.revocation;

import dev.authgate.AuthUser;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.revocation.Revocations;

/**
 * Reads the epoch of whoever logs in before the password is judged: a password that is
 * changed meanwhile makes void what the old one gets.
 * <p>
 * A name that nobody has costs as many questions as any other. Safe for use by several
 * threads.
 */
public final class LoginEpochs {

	private final AccountStore accounts;

	private final Revocations revocations;

	/**
	 * Makes the reader.
	 * @param accounts tells whose name it is
	 * @param revocations tells the epochs
	 */
	public LoginEpochs(AccountStore accounts, Revocations revocations) {
		this.accounts = accounts;
		this.revocations = revocations;
	}

	/**
	 * Reads an epoch, before the password is judged.
	 * @param username the name as it was typed
	 * @return the epoch of the account that has the name now
	 * @throws RuntimeException if a store cannot answer
	 */
	public Read before(String username) {
		if (!AuthUser.isValidId(username)) {
			return new Read(username, 0);
		}
		Account account = this.accounts.find(username);
		String userId = (account != null) ? account.user().id() : username;
		return new Read(userId, this.revocations.epochOf(userId));
	}

	/**
	 * An epoch that was read.
	 *
	 * @param userId the id of the user
	 * @param epoch its epoch
	 */
	public record Read(String userId, long epoch) {

		/**
		 * Gives the epoch for what is issued to a user.
		 * @param loggedIn the id of the user that the password was right for
		 * @return the epoch; the very first if the name went to somebody else meanwhile
		 */
		public long of(String loggedIn) {
			return loggedIn.equals(this.userId) ? this.epoch : 0;
		}

	}

}
