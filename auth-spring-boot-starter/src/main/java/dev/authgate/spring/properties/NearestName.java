package dev.authgate.spring.properties;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import dev.authgate.spring.properties.PropertyNode.Elements;
import dev.authgate.spring.properties.PropertyNode.Entries;
import dev.authgate.spring.properties.PropertyNode.Group;
import org.jspecify.annotations.Nullable;

/**
 * Finds the known name that an unknown one was probably meant to be.
 */
final class NearestName {

	// What stands in another group must be two letters more alike.
	private static final int ELSEWHERE = 2;

	private final Map<String, String> groupByName = new LinkedHashMap<>();

	NearestName(String root, Group tree) {
		collect(root, tree);
	}

	@Nullable String to(String unknown, String group) {
		int limit = Math.max(ELSEWHERE, unknown.length() / 2);
		return this.groupByName.keySet()
			.stream()
			.filter((name) -> score(name, unknown, group) <= limit)
			.min(Comparator.comparingInt((name) -> score(name, unknown, group)))
			.orElse(null);
	}

	private int score(String name, String unknown, String group) {
		String parent = this.groupByName.getOrDefault(name, "");
		int elsewhere = parent.equals(group.replaceAll("\\[\\d+]", "[]")) ? 0 : ELSEWHERE;
		return elsewhere + distance(uniform(name.substring(parent.length())), uniform(unknown));
	}

	private void collect(String path, PropertyNode node) {
		if (node instanceof Group group) {
			group.members().forEach((name, member) -> {
				this.groupByName.put(path + "." + name, path);
				collect(path + "." + name, member);
			});
		}
		else if (node instanceof Elements list) {
			collect(path + "[]", list.element());
		}
		else if (node instanceof Entries map) {
			collect(path + ".*", map.value());
		}
	}

	static String uniform(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	// Levenshtein's distance, one row at a time.
	private static int distance(String left, String right) {
		int[] row = new int[right.length() + 1];
		for (int j = 0; j <= right.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= left.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= right.length(); j++) {
				int replaced = diagonal + ((left.charAt(i - 1) != right.charAt(j - 1)) ? 1 : 0);
				diagonal = row[j];
				row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[right.length()];
	}

}
