package dev.authgate.benchmark;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.authgate.benchmark.app.Credentials;
import dev.authgate.benchmark.app.Login;
import dev.authgate.benchmark.app.Tokens;
import dev.authgate.benchmark.authgate.AuthgateJwtNoRevocationVariant;
import dev.authgate.benchmark.authgate.AuthgateJwtSessionVariant;
import dev.authgate.benchmark.authgate.AuthgateJwtVariant;
import dev.authgate.benchmark.authgate.AuthgateKeyVariant;
import dev.authgate.benchmark.authgate.AuthgateSessionVariant;
import dev.authgate.benchmark.floor.FloorJwtVariant;
import dev.authgate.benchmark.floor.FloorSessionVariant;
import dev.authgate.benchmark.floor.FloorVariant;
import dev.authgate.benchmark.none.NoSecurityVariant;
import dev.authgate.benchmark.satoken.SaTokenJwtVariant;
import dev.authgate.benchmark.satoken.SaTokenVariant;
import dev.authgate.benchmark.security.SecurityJwtVariant;
import dev.authgate.benchmark.security.SecurityKeyVariant;
import dev.authgate.benchmark.security.SecuritySessionVariant;

import org.springframework.boot.SpringApplication;

import static dev.authgate.benchmark.Library.AUTHGATE;
import static dev.authgate.benchmark.Library.RESOURCE_SERVER;
import static dev.authgate.benchmark.Library.SA_TOKEN;
import static dev.authgate.benchmark.Library.SPRING_SECURITY;

/**
 * A way to guard the one handler of the application, with the libraries it needs.
 */
public enum Variant {

	NONE(NoSecurityVariant.class),

	FLOOR(FloorVariant.class, SPRING_SECURITY),

	FLOOR_JWT(FloorJwtVariant.class, SPRING_SECURITY),

	FLOOR_SESSION(FloorSessionVariant.class, SPRING_SECURITY),

	AUTHGATE_KEY(AuthgateKeyVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_KEY_NO_HEADERS(AuthgateKeyVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_KEY_FIRST(AuthgateKeyVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_KEY_LAST(AuthgateKeyVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_KEY_NO_THROTTLE(AuthgateKeyVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_JWT(AuthgateJwtVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_JWT_NO_REVOCATION(AuthgateJwtNoRevocationVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_JWT_SESSION(AuthgateJwtSessionVariant.class, SPRING_SECURITY, AUTHGATE),

	AUTHGATE_SESSION(AuthgateSessionVariant.class, SPRING_SECURITY, AUTHGATE),

	SECURITY_KEY(SecurityKeyVariant.class, SPRING_SECURITY),

	SECURITY_JWT(SecurityJwtVariant.class, SPRING_SECURITY, RESOURCE_SERVER),

	SECURITY_SESSION(SecuritySessionVariant.class, SPRING_SECURITY),

	SATOKEN(SaTokenVariant.class, SA_TOKEN),

	SATOKEN_JWT(SaTokenJwtVariant.class, SA_TOKEN);

	static final String PROPERTY = "benchmark.variant";

	private final Class<?> configuration;

	@SuppressWarnings("ImmutableEnumChecker") // Set.of answers a set that cannot change
	private final Set<Library> libraries;

	Variant(Class<?> configuration, Library... libraries) {
		this.configuration = configuration;
		this.libraries = Set.of(libraries);
	}

	/**
	 * Returns the variant's name on the command line, in tables and as a Spring profile.
	 */
	public String label() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Returns the variant with that label.
	 * @throws IllegalArgumentException where there is none
	 */
	public static Variant labelled(String label) {
		return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	/**
	 * Tells whether the class belongs to no security library, or to one of this
	 * variant's.
	 */
	boolean admits(String className) {
		for (Library library : Library.values()) {
			if (library.holds(className)) {
				return this.libraries.contains(library);
			}
		}
		return true;
	}

	/**
	 * Returns the application, not yet run.
	 */
	SpringApplication application() {
		SpringApplication application = new SpringApplication(this.configuration);
		application.setAdditionalProfiles(label());
		application.setDefaultProperties(Map.of(PROPERTY, label(), "benchmark.reader-key", Credentials.READER_KEY,
				"benchmark.stranger-key", Credentials.STRANGER_KEY, "benchmark.secret", Tokens.SECRET,
				"benchmark.password-hash", Login.PASSWORD_HASH));
		return application;
	}

}
