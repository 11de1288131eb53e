package dev.authgate.spring.properties;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

final class TestSources {

	private TestSources() {
	}

	static PropertySource<?> yaml(String... lines) {
		return load((name, resource) -> new YamlPropertySourceLoader().load(name, resource).get(0), "test.yml", lines);
	}

	static PropertySource<?> properties(String... lines) {
		return load((name, resource) -> new PropertiesPropertySourceLoader().load(name, resource).get(0),
				"test.properties", lines);
	}

	static PropertySource<?> map(String key, Object value) {
		return new MapPropertySource("map", Map.of(key, value));
	}

	static PropertySource<?> variable(String name, String value) {
		return new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
				Map.of(name, value));
	}

	static ConfigurableEnvironment environment(PropertySource<?>... sources) {
		StandardEnvironment environment = new StandardEnvironment();
		for (PropertySource<?> source : environment.getPropertySources().stream().toList()) {
			environment.getPropertySources().remove(source.getName());
		}
		for (PropertySource<?> source : sources) {
			environment.getPropertySources().addLast(source);
		}
		ConfigurationPropertySources.attach(environment);
		return environment;
	}

	private static PropertySource<?> load(Loader loader, String name, String... lines) {
		Resource resource = new ByteArrayResource(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)) {

			@Override
			public String getDescription() {
				return name;
			}

		};
		try {
			return loader.load(name, resource);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@FunctionalInterface
	private interface Loader {

		PropertySource<?> load(String name, Resource resource) throws IOException;

	}

}
