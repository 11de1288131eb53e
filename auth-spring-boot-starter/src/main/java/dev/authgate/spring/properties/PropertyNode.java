package dev.authgate.spring.properties;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.core.ResolvableType;

/**
 * The shape of what may be written at one place of the tree of properties.
 */
sealed interface PropertyNode {

	static PropertyNode of(ResolvableType type) {
		Class<?> resolved = type.resolve(Object.class);
		if (resolved.isRecord()) {
			return Group.of(resolved);
		}
		if (Collection.class.isAssignableFrom(resolved)) {
			return new Elements(of(type.asCollection().getGeneric(0)));
		}
		if (Map.class.isAssignableFrom(resolved)) {
			return new Entries(of(type.asMap().getGeneric(1)));
		}
		return (resolved == Object.class) ? new Anything() : new Value(resolved);
	}

	/**
	 * Named properties.
	 *
	 * @param members what may be written beneath, by dashed name
	 */
	record Group(Map<String, PropertyNode> members) implements PropertyNode {

		static Group of(Class<?> type) {
			Map<String, PropertyNode> members = new LinkedHashMap<>();
			for (RecordComponent component : type.getRecordComponents()) {
				members.put(DataObjectPropertyName.toDashedForm(component.getName()),
						PropertyNode.of(ResolvableType.forType(component.getGenericType())));
			}
			return new Group(members);
		}

		String names() {
			return String.join(", ", this.members.keySet());
		}

		String example() {
			return this.members.keySet()
				.stream()
				.limit(2)
				.map((name) -> name + ": …")
				.collect(Collectors.joining(", ", "{ ", " }"));
		}

	}

	/**
	 * A list.
	 *
	 * @param element what each element is
	 */
	record Elements(PropertyNode element) implements PropertyNode {
	}

	/**
	 * A map whose names the user chooses.
	 *
	 * @param value what stands beneath each name
	 */
	record Entries(PropertyNode value) implements PropertyNode {
	}

	/**
	 * A single value.
	 *
	 * @param type what it is converted to
	 */
	record Value(Class<?> type) implements PropertyNode {
	}

	/**
	 * Whatever the user likes.
	 */
	record Anything() implements PropertyNode {
	}

}
