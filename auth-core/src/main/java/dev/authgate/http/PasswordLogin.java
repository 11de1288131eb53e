package dev.authgate.http;

import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Judges user names and passwords.
 */
@FunctionalInterface
public interface PasswordLogin {

	/**
	 * Judges a user name and a password; called by many threads at once.
	 * @param username the name as it was typed
	 * @param password the password as it was typed
	 * @param clientAddress the textual IP address of the client, by which attempts are
	 * counted
	 * @return the caller, or why there is none
	 */
	AuthenticationResult login(String username, Secret password, String clientAddress);

	/**
	 * Begins to follow a login that was right a moment ago.
	 * @param username the name as it was typed
	 * @param caller whom it stands for; where several credentials were asked for, whom
	 * the first of them stands for
	 * @return what tells of the login from now on, whose callers have the name of that
	 * caller's authenticator; {@code null} (the default) if nothing can be told
	 * @throws RuntimeException if it cannot be told now
	 */
	default @Nullable LiveCredential follow(String username, Caller caller) {
		return null;
	}

}
