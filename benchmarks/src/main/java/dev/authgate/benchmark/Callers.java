package dev.authgate.benchmark;

import java.io.IOException;

import dev.authgate.benchmark.app.Credentials;
import dev.authgate.benchmark.app.LoginForm;
import dev.authgate.benchmark.app.Logins;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;

import jakarta.servlet.ServletException;

/**
 * Finds out how the callers of a running variant are known.
 */
final class Callers {

	private Callers() {
	}

	/**
	 * Logs the callers in where the variant has a login form.
	 * @return their credentials, or null where the variant asks for none
	 */
	static @Nullable Credentials of(ApplicationContext variant, LoginForm form) throws IOException, ServletException {
		Logins logins = variant.getBeanProvider(Logins.class).getIfAvailable();
		return (logins != null) ? logins.send(form) : variant.getBeanProvider(Credentials.class).getIfAvailable();
	}

}
