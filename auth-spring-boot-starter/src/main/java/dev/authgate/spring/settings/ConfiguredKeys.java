package dev.authgate.spring.settings;

import java.util.stream.StreamSupport;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.core.env.Environment;

/**
 * Tells whether anything at all is configured under a prefix.
 */
public final class ConfiguredKeys {

	private ConfiguredKeys() {
	}

	public static boolean anyOf(Environment environment) {
		return anyUnder("authgate", environment);
	}

	public static boolean isSet(String name, Environment environment) {
		return environment.containsProperty(name) || anyUnder(name, environment);
	}

	public static boolean anyUnder(String prefix, Environment environment) {
		ConfigurationPropertyName root = ConfigurationPropertyName.of(prefix);
		return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
			.anyMatch((source) -> source.containsDescendantOf(root) == ConfigurationPropertyState.PRESENT);
	}

}
