package dev.authgate.account;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where accounts are found and kept.
 * <p>
 * User ids, canonical user names and canonical e-mail addresses are unique. Each change
 * is atomic and is there for every node once the method returns. Implementations are safe
 * for use by several threads; one that cannot answer throws.
 */
public interface AccountRepository extends AccountStore {

	/**
	 * Adds an account.
	 * @param account the account
	 * @return {@link Outcome#DONE}, {@link Outcome#NAME_TAKEN} (also for an id that
	 * exists) or {@link Outcome#EMAIL_TAKEN}
	 */
	Outcome insert(Account account);

	/**
	 * Replaces the account of the same user id, if it still is in the revision that this
	 * one names; it gets the next.
	 * @param account the account to have instead
	 * @return what became of it
	 */
	Outcome replace(Account account);

	/**
	 * Removes an account.
	 * @param id the id of its user
	 * @return {@link Outcome#DONE} or {@link Outcome#GONE}
	 */
	Outcome delete(String id);

	@Override
	@Nullable Account findById(String id);

	/**
	 * Finds an account by its e-mail address.
	 * @param email the address as it was typed, which may be any text
	 * @return the account, or {@code null} if there is none of that address
	 */
	@Nullable Account findByEmail(String email);

	/**
	 * Lists accounts in an order of the store's own, by user name.
	 * @param after the user name of the last account that is known already, {@code null}
	 * to begin
	 * @param limit the most accounts to give, at least 1
	 * @return the accounts that come next; fewer than the limit at the end
	 */
	List<Account> list(@Nullable String after, int limit);

	/**
	 * What became of a change.
	 */
	enum Outcome {

		/** It was made. */
		DONE,
		/** Another account has the user name, or the id. */
		NAME_TAKEN,
		/** Another account has the e-mail address. */
		EMAIL_TAKEN,
		/** Somebody else changed the account since it was read. */
		STALE,
		/** There is no such account. */
		GONE

	}

}
