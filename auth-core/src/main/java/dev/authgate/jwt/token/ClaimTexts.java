package dev.authgate.jwt.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Reads the forms in which a claim can hold several texts.
 */
public final class ClaimTexts {

	private ClaimTexts() {
	}

	/**
	 * Reads a list of texts.
	 * @param value the value of a claim
	 * @return the texts, or {@code null} if it is anything else
	 */
	public static @Nullable List<String> list(@Nullable Object value) {
		if (!(value instanceof List<?> elements)) {
			return null;
		}
		List<String> texts = new ArrayList<>(elements.size());
		for (Object element : elements) {
			if (!(element instanceof String text)) {
				return null;
			}
			texts.add(text);
		}
		return texts;
	}

	/**
	 * Reads a list of texts, or one text with blanks between words (RFC 8693 section
	 * 4.2).
	 * @param value the value of a claim
	 * @return the texts, or {@code null} if it is anything else
	 */
	public static @Nullable List<String> words(@Nullable Object value) {
		if (!(value instanceof String text)) {
			return list(value);
		}
		List<String> words = new ArrayList<>();
		int start = 0;
		while (start < text.length()) {
			int blank = text.indexOf(' ', start);
			int end = (blank >= 0) ? blank : text.length();
			if (end > start) {
				words.add(text.substring(start, end));
			}
			start = end + 1;
		}
		return words;
	}

	/**
	 * Reads permissions: a list, a text with blanks between them, or a map from resource
	 * to a list of actions.
	 * @param value the value of a claim
	 * @return the permissions, or {@code null} if it is anything else
	 */
	public static @Nullable List<String> permissions(@Nullable Object value) {
		if (!(value instanceof Map<?, ?> actionsByResource)) {
			return words(value);
		}
		List<String> permissions = new ArrayList<>();
		for (Map.Entry<?, ?> entry : actionsByResource.entrySet()) {
			List<String> actions = list(entry.getValue());
			if (actions == null) {
				return null;
			}
			actions.forEach((action) -> permissions.add(entry.getKey() + ":" + action));
		}
		return permissions;
	}

}
