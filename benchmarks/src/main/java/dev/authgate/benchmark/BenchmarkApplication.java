package dev.authgate.benchmark;

import java.io.IOException;
import java.util.Arrays;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;

import org.springframework.context.ConfigurableApplicationContext;

import jakarta.servlet.ServletException;

/**
 * Serves one variant on a loopback socket until its process ends.
 */
public final class BenchmarkApplication {

	private BenchmarkApplication() {
	}

	/**
	 * Starts the variant named by the first argument, hands the others to Spring Boot,
	 * and prints one line when it serves: {@code READY}, the port, and the header that a
	 * good request carries, if any.
	 * @param arguments a {@link Variant#label() label}, then Spring Boot's arguments
	 * @throws IOException where the variant has a login form and it cannot be sent
	 * @throws ServletException never
	 */
	public static void main(String[] arguments) throws IOException, ServletException {
		Variant variant = Variant.labelled(arguments[0]);
		String[] others = Arrays.copyOfRange(arguments, 1, arguments.length);
		ConfigurableApplicationContext context = variant.application().run(others);
		System.out.println(
				"READY " + context.getEnvironment().getRequiredProperty("local.server.port") + " " + headerOf(context));
	}

	private static String headerOf(ConfigurableApplicationContext context) throws IOException, ServletException {
		Credentials credentials = Callers.of(context, ServedLoginForm.of(context));
		if (credentials == null) {
			return "";
		}
		Credential reader = credentials.reader();
		return reader.header() + ": " + reader.value();
	}

}
