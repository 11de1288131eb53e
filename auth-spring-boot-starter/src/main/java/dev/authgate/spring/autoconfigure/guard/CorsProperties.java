package dev.authgate.spring.autoconfigure.guard;

import java.util.regex.Pattern;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties.CorsRules;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.CorsConfigurationSource;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;

/**
 * Turns {@code authgate.cors} into Spring's configuration.
 */
final class CorsProperties {

	private static final String SOURCE = "corsConfigurationSource";

	private static final Pattern ORIGIN = Pattern.compile("[a-z][a-z0-9+.-]*://[^/?#*\\s]+");

	private CorsProperties() {
	}

	/**
	 * Gives what is configured, or else what the application publishes under the name or
	 * the type that Spring Security looks for.
	 */
	static @Nullable CorsConfigurationSource source(CorsRules rules, ApplicationContext context) {
		if (!rules.allowedOrigins().isEmpty()) {
			CorsConfiguration configuration = configuration(rules);
			return (request) -> configuration;
		}
		return context.containsBean(SOURCE) ? context.getBean(SOURCE, CorsConfigurationSource.class)
				: context.getBeanProvider(UrlBasedCorsConfigurationSource.class).getIfUnique();
	}

	private static CorsConfiguration configuration(CorsRules rules) {
		boolean all = rules.allowedOrigins().contains(CorsConfiguration.ALL);
		if (all && (rules.allowCredentials() || rules.allowedOrigins().size() > 1)) {
			throw new MisconfigurationException(
					"authgate.cors.allowed-origins has '*' beside "
							+ (rules.allowCredentials() ? "allow-credentials: true." : "other origins."),
					"Name the origins that may call, for example https://app.example.com");
		}
		rules.allowedOrigins().forEach(CorsProperties::refuseOtherThanOrigin);
		CorsConfiguration configuration = new CorsConfiguration();
		configuration.setAllowedOrigins(rules.allowedOrigins());
		configuration.setAllowedMethods(rules.allowedMethods());
		configuration.setAllowedHeaders(rules.allowedHeaders());
		configuration.setExposedHeaders(rules.exposedHeaders());
		configuration.setAllowCredentials(rules.allowCredentials());
		configuration.setMaxAge(rules.maxAge());
		return configuration;
	}

	// Compared as a text with what a browser sends, which is never anything else.
	private static void refuseOtherThanOrigin(String origin) {
		if (!CorsConfiguration.ALL.equals(origin) && !ORIGIN.matcher(origin).matches()) {
			throw new MisconfigurationException(
					"authgate.cors.allowed-origins names '" + origin + "', which is no origin.",
					"Write the scheme, the host and a port if it is not the usual one, and no path: "
							+ "https://app.example.com");
		}
	}

}
