package dev.authgate.spring.form;

import org.jspecify.annotations.Nullable;

/**
 * Where people log in and out, and where they are sent afterwards.
 *
 * @param login the path of the login
 * @param success where a login leads that says nothing else
 * @param failure where a refused login leads, {@code null} to show the page again
 * @param logout the path of the logout
 * @param loggedOut where a logout leads
 */
public record LoginPaths(String login, LocalTarget success, @Nullable LocalTarget failure, String logout,
		LocalTarget loggedOut) {

	/** The parameter that says where a login leads. */
	public static final String CONTINUE = "continue";

	/** The field of the form by which people ask to stay logged in. */
	public static final String REMEMBER = "remember-me";

}
