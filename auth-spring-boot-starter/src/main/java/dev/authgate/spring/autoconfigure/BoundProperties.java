package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.properties.StrictBinder;

import org.springframework.core.env.Environment;

/**
 * Binds the properties before any bean exists, so that nothing else reports what is wrong
 * with them, value and all.
 */
final class BoundProperties {

	private BoundProperties() {
	}

	static AuthgateProperties of(Environment environment) {
		return PropertyChecks.checked(StrictBinder.bind(environment, "authgate", AuthgateProperties.class));
	}

}
