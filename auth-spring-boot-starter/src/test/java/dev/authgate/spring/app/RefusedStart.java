package dev.authgate.spring.app;

import java.util.ArrayList;
import java.util.List;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.autoconfigure.AuthgateAutoConfiguration;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;

/**
 * Tries to start applications that must not start, without a server.
 */
public final class RefusedStart {

	private static final WebApplicationContextRunner RUNNER = new WebApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class,
						SecurityAutoConfiguration.class, ServletWebSecurityAutoConfiguration.class,
						SecurityFilterAutoConfiguration.class, AuthgateAutoConfiguration.class))
		.withPropertyValues("authgate.api-keys.keys[0].key=" + TestApp.READER, "authgate.report.enabled=false");

	private RefusedStart() {
	}

	/**
	 * Starts an application with one key.
	 * @return the text of the refusal with its way out
	 * @throws AssertionError if the application starts, or fails otherwise
	 */
	public static String of(Class<?> source, String... properties) {
		List<String> texts = new ArrayList<>();
		runner(source).withPropertyValues(properties).run((context) -> texts.add(textOf(context.getStartupFailure())));
		return texts.get(0);
	}

	/**
	 * Starts an application with one key that must start.
	 */
	public static void starts(Class<?> source, String... properties) {
		runner(source).withPropertyValues(properties).run((context) -> {
			if (context.getStartupFailure() != null) {
				throw new AssertionError("The application did not start", context.getStartupFailure());
			}
		});
	}

	/**
	 * Writes the properties of a single rule.
	 * @param parts what follows {@code authgate.routes[0].}
	 */
	public static String[] rule(String... parts) {
		String[] properties = new String[parts.length];
		for (int i = 0; i < parts.length; i++) {
			properties[i] = "authgate.routes[0]." + parts[i];
		}
		return properties;
	}

	private static WebApplicationContextRunner runner(Class<?> source) {
		return RUNNER.withUserConfiguration(source);
	}

	private static String textOf(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof MisconfigurationException refused) {
				return refused.getMessage() + " " + refused.action();
			}
		}
		throw new AssertionError("The start was not refused", failure);
	}

}
