package dev.authgate.spring.properties;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import dev.authgate.secret.Secret;
import dev.authgate.throttle.Limit;

import org.springframework.util.unit.DataSize;

/**
 * Says in words how a value is written.
 */
final class ExpectedForm {

	private ExpectedForm() {
	}

	static String of(Class<?> type) {
		if (type.isEnum()) {
			return "one of " + words(type).stream().collect(Collectors.joining(", "));
		}
		if (type == boolean.class || type == Boolean.class) {
			return "true or false";
		}
		if (type == Duration.class) {
			return "a duration such as 30s, 15m or 24h";
		}
		if (type == DataSize.class) {
			return "a size such as 64KB or 1MB";
		}
		if (type == Limit.class) {
			return "a limit such as 10/15m: attempts, a slash, and a period in s, m, h or d";
		}
		if (type == OffsetDateTime.class) {
			return "a date and time with its offset, such as 2030-01-31T00:00:00Z";
		}
		if (type == Secret.class) {
			return "a text in quotes";
		}
		return isNumber(type) ? "a whole number" : "a text";
	}

	static List<String> words(Class<?> type) {
		return Arrays.stream(type.getEnumConstants()).map((constant) -> word(((Enum<?>) constant).name())).toList();
	}

	// One word with digits is a name that the world knows in capitals, such as HS256.
	private static String word(String name) {
		boolean known = name.indexOf('_') < 0 && name.chars().anyMatch(Character::isDigit);
		return known ? name : name.toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static boolean isNumber(Class<?> type) {
		return Number.class.isAssignableFrom(type) || type == int.class || type == long.class;
	}

}
