package dev.authgate.spring.settings;

import dev.authgate.spring.properties.StrictBinder;

import org.springframework.core.env.Environment;

/**
 * Binds the properties before any bean exists, so that nothing else reports what is wrong
 * with them, value and all.
 */
public final class BoundProperties {

	private BoundProperties() {
	}

	public static AuthgateProperties of(Environment environment) {
		return PropertyChecks.checked(StrictBinder.bind(environment, "authgate", AuthgateProperties.class));
	}

}
