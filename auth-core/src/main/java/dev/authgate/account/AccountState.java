package dev.authgate.account;

/**
 * What may be done with an account, and how often it was changed.
 *
 * @param enabled whether the user may log in
 * @param verified whether the e-mail address was proved to be the user's
 * @param passwordVersion when the password was last changed, or everything that was
 * issued to the user was last ended, in milliseconds since 1970; 0 if never
 * @param revision how often the stored account was replaced; whoever changes it names the
 * revision that was read
 */
public record AccountState(boolean enabled, boolean verified, long passwordVersion, long revision) {

	private static final AccountState INITIAL = new AccountState(true, false, 0, 0);

	/**
	 * Gives the state of a new account.
	 * @return enabled and not verified
	 */
	public static AccountState initial() {
		return INITIAL;
	}

	/**
	 * Makes the same state, enabled or disabled.
	 * @param other whether the user may log in
	 * @return the state
	 */
	public AccountState withEnabled(boolean other) {
		return new AccountState(other, this.verified, this.passwordVersion, this.revision);
	}

	/**
	 * Makes the same state, verified or not.
	 * @param other whether the e-mail address was proved
	 * @return the state
	 */
	public AccountState withVerified(boolean other) {
		return new AccountState(this.enabled, other, this.passwordVersion, this.revision);
	}

	/**
	 * Makes the same state with a later version of the password.
	 * @param now the time, in milliseconds since 1970
	 * @return the state, whose version is greater than before even where the clock is not
	 */
	public AccountState withPasswordChangedAt(long now) {
		long version = Math.max(now, this.passwordVersion + 1);
		return new AccountState(this.enabled, this.verified, version, this.revision);
	}

	/**
	 * Makes the same state in another revision.
	 * @param other how often the stored account was replaced
	 * @return the state
	 */
	public AccountState withRevision(long other) {
		return new AccountState(this.enabled, this.verified, this.passwordVersion, other);
	}

}
