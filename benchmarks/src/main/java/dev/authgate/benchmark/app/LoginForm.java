package dev.authgate.benchmark.app;

import java.io.IOException;

import jakarta.servlet.ServletException;

/**
 * The way to the login form of a variant, which answers with the cookie of a session.
 */
@FunctionalInterface
public interface LoginForm {

	/**
	 * Logs in.
	 * @return the cookie by which the caller is known afterwards
	 * @throws IOException where the answer cannot be read
	 * @throws ServletException where a filter or the servlet throws it
	 */
	Credential send(Login login) throws IOException, ServletException;

}
