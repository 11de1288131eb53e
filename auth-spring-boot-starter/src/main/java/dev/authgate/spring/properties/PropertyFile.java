package dev.authgate.spring.properties;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.properties.PropertyNode.Group;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.UnicodeReader;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.env.OriginTrackedMapPropertySource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * The content of a YAML file beside the configuration, bound as strictly.
 * <p>
 * Immutable.
 */
public final class PropertyFile {

	// Where Spring Boot puts what is no map.
	private static final String NO_MAP = "document";

	private final Path path;

	private final Map<String, Object> values;

	private PropertyFile(Path path, Map<String, Object> values) {
		this.path = path;
		this.values = Map.copyOf(values);
	}

	/**
	 * Parses a file.
	 * @param content the bytes of it
	 * @param path where it was read, for messages
	 * @return the file
	 * @throws MisconfigurationException if it is not one map in YAML; it has no cause and
	 * repeats nothing of the content
	 */
	public static PropertyFile yaml(byte[] content, Path path) {
		List<PropertySource<?>> documents = documents(content, path);
		if (documents.size() > 1) {
			throw new MisconfigurationException("It has several documents.", "Remove the lines with --- between them.");
		}
		if (documents.isEmpty() || !(documents.get(0) instanceof OriginTrackedMapPropertySource only)
				|| only.getSource().isEmpty()) {
			throw new MisconfigurationException("It is empty.", "Write names with their values.");
		}
		if (only.getSource().keySet().stream().anyMatch((name) -> name.startsWith(NO_MAP))) {
			throw new MisconfigurationException("It is no map of names to values.", "Write names with their values.");
		}
		return new PropertyFile(path, only.getSource());
	}

	/**
	 * Binds the file as if it stood at a place of the configuration.
	 * @param prefix that place with a dot behind it, which begins with one lower-case
	 * word
	 * @param type the record at that word
	 * @param environment resolves placeholders, and gives no values otherwise
	 * @param <T> the type of the record
	 * @return the bound record
	 * @throws MisconfigurationException if a key is unknown or misshapen, or a value
	 * cannot be used; it has no cause and repeats no value
	 */
	public <T> T bind(String prefix, Class<T> type, Environment environment) {
		Map<String, Object> moved = new LinkedHashMap<>();
		this.values.forEach((name, value) -> moved.put(prefix + name, value));
		OriginTrackedMapPropertySource source = new OriginTrackedMapPropertySource(this.path.toString(), moved, true);
		String root = prefix.substring(0, prefix.indexOf('.'));
		Complaint.raise(new SourceKeys(root, source).complaints(Group.of(type)));
		ConfigurationPropertySource bindable = Objects.requireNonNull(ConfigurationPropertySource.from(source));
		Binder binder = new Binder(List.of(bindable), new PropertySourcesPlaceholdersResolver(environment), null, null,
				new ValueRules(environment));
		return StrictBinder.bind(binder, root, type);
	}

	// What the parser throws shows the lines around the place.
	private static List<PropertySource<?>> documents(byte[] content, Path path) {
		try {
			refuseAliases(content);
			return new YamlPropertySourceLoader().load(path.toString(), new NamedContent(content, path));
		}
		catch (MarkedYAMLException ex) {
			String place = (ex.getProblemMark() != null) ? ", at line " + (ex.getProblemMark().getLine() + 1) : "";
			throw new MisconfigurationException("It is no YAML" + place + ".",
					"Mind indentation, brackets and quotes, and write each name once.");
		}
		catch (MisconfigurationException ex) {
			throw ex;
		}
		catch (IOException | RuntimeException ex) {
			throw new MisconfigurationException("It is no YAML.", "Mind indentation, brackets and quotes.");
		}
	}

	// A few lines of them can mean a tree without end.
	private static void refuseAliases(byte[] content) {
		LoaderOptions options = new LoaderOptions();
		options.setCodePointLimit(Integer.MAX_VALUE);
		for (Event event : new Yaml(options).parse(new UnicodeReader(new ByteArrayInputStream(content)))) {
			if (event instanceof AliasEvent) {
				throw new MisconfigurationException("It has aliases, which are written *name.",
						"Write out what they stand for; and a text that begins with * in quotes.");
			}
		}
	}

	/**
	 * Bytes that are called by the file that they were read from.
	 */
	private static final class NamedContent extends ByteArrayResource {

		private final Path path;

		NamedContent(byte[] content, Path path) {
			super(content);
			this.path = path;
		}

		@Override
		public String getDescription() {
			return this.path.toString();
		}

	}

}
