package dev.authgate.spring.autoconfigure;

import java.util.stream.StreamSupport;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * Tells whether anything at all is configured under {@code authgate}.
 */
final class ConfiguredKeys {

	private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("authgate");

	private ConfiguredKeys() {
	}

	static boolean anyOf(Environment environment) {
		return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
			.anyMatch((source) -> source.containsDescendantOf(ROOT) == ConfigurationPropertyState.PRESENT);
	}

}
