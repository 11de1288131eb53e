package dev.authgate.benchmark.app;

import java.io.IOException;

import jakarta.servlet.ServletException;

/**
 * The two callers of a variant with a login form, who have no credential before.
 *
 * @param reader holds {@link Thing#READ}
 * @param stranger is known and holds no permission
 */
public record Logins(Login reader, Login stranger) {

	/**
	 * Returns both callers.
	 */
	public static Logins people() {
		return new Logins(Login.READER, Login.STRANGER);
	}

	/**
	 * Logs both callers in.
	 * @param form the login form of the running variant
	 * @return the cookies of their sessions
	 * @throws IOException where an answer cannot be read
	 * @throws ServletException where a filter or the servlet throws it
	 */
	public Credentials send(LoginForm form) throws IOException, ServletException {
		return new Credentials(form.send(this.reader), form.send(this.stranger));
	}

}
