package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.authgate.secret.Secret;
import dev.authgate.throttle.Limit;
import dev.authgate.spring.settings.AuthgateProperties;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.ResolvableType;
import org.springframework.util.unit.DataSize;

/**
 * The properties as the records declare them and as the metadata describes them.
 */
final class TestReference {

	private final List<Property> properties = new ArrayList<>();

	private TestReference() {
	}

	static List<Property> properties() {
		TestReference reference = new TestReference();
		reference.collect("authgate.", AuthgateProperties.class,
				metadata("META-INF/spring-configuration-metadata.json"), "authgate.");
		return reference.properties;
	}

	static Map<String, JsonNode> metadata(String resource) {
		try (InputStream stream = TestReference.class.getClassLoader().getResourceAsStream(resource)) {
			Map<String, JsonNode> byName = new LinkedHashMap<>();
			JsonMapper.shared()
				.readTree(stream)
				.get("properties")
				.forEach((property) -> byName.put(property.get("name").asString(), property));
			return byName;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void collect(String path, Class<?> type, Map<String, JsonNode> metadata, String described) {
		for (Parameter component : type.getDeclaredConstructors()[0].getParameters()) {
			String name = DataObjectPropertyName.toDashedForm(component.getName());
			if (component.getType().isRecord()) {
				collect(path + name + ".", component.getType(), metadata, described + name + ".");
				continue;
			}
			this.properties.add(new Property(path + name, component, metadata.get(described + name)));
			Class<?> element = ResolvableType.forType(component.getParameterizedType())
				.getGeneric(0)
				.resolve(Object.class);
			if (element.isRecord()) {
				collect(path + name + "[].", element,
						metadata("META-INF/spring/configuration-metadata/" + element.getName() + ".json"), "");
			}
		}
	}

	record Property(String name, Parameter component, JsonNode metadata) {

		String row() {
			return "| `" + this.name + "` | " + form() + " | " + cell(declaredDefault()) + " | " + description() + " |";
		}

		String description() {
			JsonNode description = (this.metadata != null) ? this.metadata.get("description") : null;
			return (description != null) ? description.asString() : "";
		}

		String declaredDefault() {
			DefaultValue value = this.component.getAnnotation(DefaultValue.class);
			return (value != null) ? String.join(", ", value.value()) : "";
		}

		String describedDefault() {
			JsonNode value = this.metadata.get("defaultValue");
			if (value == null) {
				return "";
			}
			return value.isArray() ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
					: value.asString();
		}

		private String form() {
			Class<?> type = this.component.getType();
			if (type.isEnum()) {
				return Arrays.stream(type.getEnumConstants()).map(Property::word).collect(Collectors.joining(", "));
			}
			ResolvableType generic = ResolvableType.forType(this.component.getParameterizedType());
			if (List.class.isAssignableFrom(type)) {
				return generic.getGeneric(0).resolve(Object.class).isRecord() ? "entries" : "list";
			}
			if (Map.class.isAssignableFrom(type)) {
				return (generic.getGeneric(1).resolve(Object.class) == Object.class) ? "map" : "lists by name";
			}
			return Map
				.of(Boolean.class, "`true`, `false`", String.class, "text", Secret.class, "secret", boolean.class,
						"`true`, `false`", Duration.class, "duration", OffsetDateTime.class, "date and time", int.class,
						"number", Limit.class, "limit", DataSize.class, "size")
				.getOrDefault(type, type.getSimpleName());
		}

		private static String word(Object constant) {
			String name = ((Enum<?>) constant).name();
			return "`" + ((name.matches("[A-Z_]+") || name.contains("_"))
					? name.toLowerCase(Locale.ROOT).replace('_', '-') : name) + "`";
		}

		private static String cell(String text) {
			return text.isEmpty() ? "" : "`" + text + "`";
		}

	}

}
