package dev.authgate.http;

import dev.authgate.AuthenticationResult;
import dev.authgate.secret.Secret;

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

}
