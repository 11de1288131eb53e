package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Binds the properties before any bean exists, and says what cannot be bound without
 * repeating its value.
 */
final class BoundProperties {

	private BoundProperties() {
	}

	static AuthgateProperties of(Environment environment) {
		try {
			return Binder.get(environment).bindOrCreate("authgate", AuthgateProperties.class);
		}
		catch (BindException ex) {
			throw new MisconfigurationException(
					ex.getName() + " has a value that cannot be understood as " + ex.getTarget().getType() + ".",
					"Correct the value; docs/reference.md shows the form of each property.");
		}
	}

}
