package dev.authgate.account;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.secret.Secret;

/**
 * A person's account.
 *
 * @param user the user, whose id never changes; for a configured account it is the user
 * name
 * @param name what the person is found by
 * @param password the encoded password, with the {@code {id}} of its encoding in front
 * @param roles the user's roles
 * @param state what may be done with the account
 */
public record Account(AuthUser user, AccountName name, Secret password, Set<String> roles, AccountState state) {

	/** The name under which the user's data say the user name, where it is not the id. */
	public static final String USERNAME = "username";

	/**
	 * Copies the roles.
	 */
	public Account {
		roles = Set.copyOf(roles);
	}

	/**
	 * Makes an enabled account whose user id is the user name.
	 * @param user the user
	 * @param password the encoded password
	 * @param roles the user's roles
	 * @return the account
	 * @throws IllegalArgumentException if the id cannot be a user name
	 */
	public static Account of(AuthUser user, Secret password, Set<String> roles) {
		return new Account(user, AccountName.of(user.id()), password, roles, AccountState.initial());
	}

	/**
	 * Gives the user's id.
	 * @return the id of the user
	 */
	public String id() {
		return this.user.id();
	}

	/**
	 * Makes the caller that this account logs in.
	 * @param authenticator the name of the mechanism by which it does
	 * @return the caller; the user's data name the user name where the id does not
	 */
	public Caller caller(String authenticator) {
		return Caller.of(visibleUser(), authenticator).withRoles(this.roles);
	}

	/**
	 * Gives the user as handlers see it.
	 * @return the user; the data name the user name where the id does not
	 */
	public AuthUser visibleUser() {
		if (this.name.username().equals(id())) {
			return this.user;
		}
		Map<String, Object> data = new LinkedHashMap<>(this.user.data());
		data.put(USERNAME, this.name.username());
		return new AuthUser(id(), data, this.user.permissions());
	}

	/**
	 * Makes the same account with another user of the same id.
	 * @param other the user to have instead
	 * @return the account
	 */
	public Account withUser(AuthUser other) {
		return new Account(other, this.name, this.password, this.roles, this.state);
	}

	/**
	 * Makes the same account with other names.
	 * @param other the names to have instead
	 * @return the account
	 */
	public Account withName(AccountName other) {
		return new Account(this.user, other, this.password, this.roles, this.state);
	}

	/**
	 * Makes the same account with another password.
	 * @param other the encoded password to have instead
	 * @return the account
	 */
	public Account withPassword(Secret other) {
		return new Account(this.user, this.name, other, this.roles, this.state);
	}

	/**
	 * Makes the same account with other roles.
	 * @param other the roles to have instead
	 * @return the account
	 */
	public Account withRoles(Set<String> other) {
		return new Account(this.user, this.name, this.password, other, this.state);
	}

	/**
	 * Makes the same account in another state.
	 * @param other the state to have instead
	 * @return the account
	 */
	public Account withState(AccountState other) {
		return new Account(this.user, this.name, this.password, this.roles, other);
	}

}
