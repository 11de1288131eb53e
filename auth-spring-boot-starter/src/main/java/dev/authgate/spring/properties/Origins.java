package dev.authgate.spring.properties;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.OriginLookup;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;

/**
 * Tells where properties were set.
 */
public final class Origins {

	private Origins() {
	}

	/**
	 * Finds the place where a property, or what is nearest to it, was set.
	 * @param environment where the properties are
	 * @param name the name of the property, list element or group
	 * @return the file and line, or {@code null} if it is set nowhere
	 */
	public static @Nullable String of(Environment environment, String name) {
		ConfigurationPropertyName wanted = ConfigurationPropertyName.ofIfValid(name);
		while (wanted != null && wanted.getNumberOfElements() > 1) {
			for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
				ConfigurationProperty property = find(source, wanted);
				if (property != null) {
					return of(property);
				}
			}
			wanted = wanted.getParent();
		}
		return null;
	}

	static String of(ConfigurationProperty property) {
		Origin origin = property.getOrigin();
		if (origin instanceof PropertySourceOrigin known && known.getOrigin() == null) {
			return describe(known.getPropertySource());
		}
		return (origin != null) ? origin.toString() : "an unknown place";
	}

	static String of(PropertySource<?> source, String key) {
		Origin origin = OriginLookup.getOrigin(source, key);
		return (origin != null) ? origin.toString() : describe(source);
	}

	// Not Boot's text, which repeats the key as written: it can be a misplaced secret.
	private static String describe(PropertySource<?> source) {
		return "property source '" + source.getName() + "'";
	}

	private static @Nullable ConfigurationProperty find(ConfigurationPropertySource source,
			ConfigurationPropertyName wanted) {
		ConfigurationProperty property = source.getConfigurationProperty(wanted);
		if (property == null && source instanceof IterableConfigurationPropertySource names) {
			return names.stream()
				.filter(wanted::isAncestorOf)
				.findFirst()
				.map(source::getConfigurationProperty)
				.orElse(null);
		}
		return property;
	}

}
