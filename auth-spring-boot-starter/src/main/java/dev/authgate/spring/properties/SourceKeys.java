package dev.authgate.spring.properties;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.authgate.spring.properties.PropertyNode.Group;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * The keys of one property source, and what is wrong with them.
 */
final class SourceKeys {

	// Boot drops other characters without a word, and with them the difference between
	// two names.
	private static final Pattern READABLE = Pattern
		.compile("[_-]*[A-Za-z0-9][A-Za-z0-9_-]*+(?:\\.[_-]*[A-Za-z0-9][A-Za-z0-9_-]*+|\\[[^\\[\\]]++])*+");

	private final String root;

	private final EnumerablePropertySource<?> source;

	private final Map<ConfigurationPropertyName, String> keys = new LinkedHashMap<>();

	SourceKeys(String root, EnumerablePropertySource<?> source) {
		this.root = root;
		this.source = source;
	}

	List<Complaint> complaints(Group tree) {
		NearestName nearest = new NearestName(this.root, tree);
		List<Complaint> complaints = new ArrayList<>();
		for (String key : this.source.getPropertyNames()) {
			Complaint complaint = isOurs(key) ? complaint(key, tree, nearest) : null;
			if (complaint != null) {
				complaints.add(complaint);
			}
		}
		if (complaints.isEmpty()) {
			indexesByList().forEach((list, indexes) -> complaints.addAll(complaints(list, indexes)));
		}
		return complaints;
	}

	private @Nullable Complaint complaint(String key, Group tree, NearestName nearest) {
		if (!READABLE.matcher(key).matches()) {
			return new Complaint(
					"A key beneath " + this.root + " has characters that property names cannot have (" + where(key)
							+ ").",
					"Write names with letters, digits and dashes; any other name of a map in brackets and quotes: "
							+ "\"[team/admin]\".");
		}
		ConfigurationPropertyName name = ConfigurationPropertyName.adapt(key, '.');
		Complaint complaint = new KeyShape(nearest, name, isEmpty(key), where(key)).complaint(tree);
		String before = this.keys.putIfAbsent(name, key);
		if (complaint == null && before != null) {
			return new Complaint(name + " is written twice (" + where(before) + ", and " + where(key) + ").",
					"Keep one of them; case, dashes and underscores make no difference in a name.");
		}
		return complaint;
	}

	private Map<ConfigurationPropertyName, Set<String>> indexesByList() {
		Map<ConfigurationPropertyName, Set<String>> indexes = new LinkedHashMap<>();
		for (ConfigurationPropertyName name : this.keys.keySet()) {
			for (int i = 1; i < name.getNumberOfElements(); i++) {
				if (name.isNumericIndex(i)) {
					indexes.computeIfAbsent(name.chop(i), (list) -> new LinkedHashSet<>())
						.add(name.getElement(i, Form.ORIGINAL));
				}
			}
		}
		return indexes;
	}

	private List<Complaint> complaints(ConfigurationPropertyName list, Set<String> indexes) {
		List<Complaint> complaints = new ArrayList<>();
		String whole = this.keys.get(list);
		if (whole != null) {
			complaints
				.add(new Complaint(list + " is written twice, as a whole and by its elements (" + where(whole) + ").",
						"Keep one of the two forms."));
		}
		for (int i = 0; i < indexes.size(); i++) {
			if (!indexes.contains(String.valueOf(i))) {
				complaints.add(ListGap.complaint(list + "[" + i + "]", where(firstBeneath(list))));
				return complaints;
			}
		}
		return complaints;
	}

	private String firstBeneath(ConfigurationPropertyName list) {
		return this.keys.entrySet()
			.stream()
			.filter((entry) -> list.isAncestorOf(entry.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElseThrow();
	}

	private boolean isOurs(String key) {
		int end = 0;
		while (end < key.length() && key.charAt(end) != '.' && key.charAt(end) != '[') {
			end++;
		}
		return NearestName.uniform(key.substring(0, end)).equals(this.root);
	}

	private boolean isEmpty(String key) {
		Object value = this.source.getProperty(key);
		return value == null || (value instanceof CharSequence text && text.isEmpty());
	}

	private String where(String key) {
		return Origins.of(this.source, key);
	}

}
