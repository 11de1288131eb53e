package dev.authgate.spring.properties;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.PropertyResolver;

/**
 * A value as it was written, and what is wrong with it; the value is never repeated.
 */
final class WrittenValue {

	private static final String OFF = "off";

	private final ConfigurationProperty property;

	private final PropertyResolver placeholders;

	WrittenValue(ConfigurationProperty property, PropertyResolver placeholders) {
		this.property = property;
		this.placeholders = placeholders;
	}

	@Nullable Complaint complaint(Class<?> type) {
		if (type == Secret.class && !(this.property.getValue() instanceof CharSequence)) {
			return complaint("is not a text: YAML reads it as a number or a boolean, which loses what was written",
					"Put it in quotes.");
		}
		String text = resolved();
		if (text == null) {
			return complaint("has a placeholder that cannot be resolved, or that leads back to itself",
					"Set the environment variable or property that the placeholder names, or give it a default: "
							+ "${NAME:default}. A literal ${ is written \\${.");
		}
		if (text.isBlank() && !mayBeEmpty(type)) {
			return complaint("is empty", emptyAction(type));
		}
		return isUnderstood(type, text) ? null : notUnderstood(type);
	}

	Complaint notUnderstood(Class<?> type) {
		boolean switchable = type.isEnum() && ExpectedForm.words(type).contains(OFF);
		return complaint("cannot be understood", "Write " + ExpectedForm.of(type) + "."
				+ (switchable ? " The words true, false, yes, no and on are not taken." : ""));
	}

	private Complaint complaint(String problem, String action) {
		return new Complaint(this.property.getName() + " " + problem + " (" + Origins.of(this.property) + ").", action);
	}

	// Boot's binder leaves an unknown placeholder as it is, and a key would then be the
	// text ${CLIENT_1_KEY}, which everybody can read in the repository.
	private @Nullable String resolved() {
		Object value = this.property.getValue();
		if (!(value instanceof String text)) {
			return String.valueOf(value);
		}
		try {
			return this.placeholders.resolveRequiredPlaceholders(text);
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean mayBeEmpty(Class<?> type) {
		return type == String.class || type == Object.class || type.isRecord()
				|| Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
	}

	private static String emptyAction(Class<?> type) {
		String cause = " The usual cause is an environment variable that is not set, with an empty default: ${NAME:}.";
		return (type == Secret.class) ? "Set the secret." + cause
				: "Write " + ExpectedForm.of(type) + ", or remove the line." + cause;
	}

	// Boot's binder takes on, yes and 1 for true as well, which its conditions do not,
	// and a number without a unit for milliseconds, where most people mean seconds.
	private boolean isUnderstood(Class<?> type, String text) {
		if (type.isEnum()) {
			return isWord(type, text);
		}
		if (type == Duration.class) {
			return !text.chars().allMatch(Character::isDigit);
		}
		return (type != boolean.class && type != Boolean.class) || "true".equalsIgnoreCase(text)
				|| "false".equalsIgnoreCase(text);
	}

	// Only YAML turns the word off into a boolean. Elsewhere false could mean either, and
	// Boot would take it for off.
	private boolean isWord(Class<?> type, String text) {
		if (this.property.getValue() instanceof Boolean on) {
			return !on && isWrittenInAFile() && ExpectedForm.words(type).contains(OFF);
		}
		return ExpectedForm.words(type)
			.stream()
			.anyMatch((word) -> NearestName.uniform(word).equals(NearestName.uniform(text)));
	}

	private boolean isWrittenInAFile() {
		Origin origin = this.property.getOrigin();
		return ((origin instanceof PropertySourceOrigin known) ? known.getOrigin()
				: origin) instanceof TextResourceOrigin;
	}

}
