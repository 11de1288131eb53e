package dev.authgate.spring.properties;

import dev.authgate.spring.properties.PropertyNode.Anything;
import dev.authgate.spring.properties.PropertyNode.Elements;
import dev.authgate.spring.properties.PropertyNode.Entries;
import dev.authgate.spring.properties.PropertyNode.Group;
import dev.authgate.spring.properties.PropertyNode.Value;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;

/**
 * Compares a key as it was written with the shape of the tree.
 */
final class KeyShape {

	private static final int MAX_SHOWN_LENGTH = 32;

	private final String root;

	private final NearestName nearest;

	private final ConfigurationPropertyName name;

	private final boolean empty;

	private final String where;

	KeyShape(NearestName nearest, ConfigurationPropertyName name, boolean empty, String where) {
		this.root = name.getElement(0, Form.UNIFORM);
		this.nearest = nearest;
		this.name = name;
		this.empty = empty;
		this.where = where;
	}

	@Nullable Complaint complaint(Group tree) {
		return beneath(tree, 1, this.root);
	}

	private @Nullable Complaint beneath(PropertyNode node, int depth, String path) {
		if (depth == this.name.getNumberOfElements()) {
			return atEnd(node, path);
		}
		if (node instanceof Group group) {
			return beneathGroup(group, depth, path);
		}
		if (node instanceof Elements list) {
			return this.name.isNumericIndex(depth)
					? beneath(list.element(), depth + 1, path + "[" + element(depth) + "]")
					: misshapen(list, path, "a map");
		}
		if (node instanceof Entries map) {
			return this.name.isNumericIndex(depth) ? misshapen(map, path, "a list")
					: withBrackets(beneath(map.value(), depth + 1, path + "." + element(depth)));
		}
		return (node instanceof Value) ? misshapen(node, path, "a map or list") : null;
	}

	private @Nullable Complaint beneathGroup(Group group, int depth, String path) {
		if (isIndexed(depth)) {
			return isTruthValue(depth) ? truthValue(path, depth) : misshapen(group, path, "a list");
		}
		String element = this.name.getElement(depth, Form.UNIFORM);
		for (String member : group.members().keySet()) {
			if (member.replace("-", "").equals(element)) {
				return beneath(group.members().get(member), depth + 1, path + "." + member);
			}
		}
		return unknown(group, depth, path);
	}

	private @Nullable Complaint atEnd(PropertyNode node, String path) {
		boolean value = node instanceof Value || node instanceof Anything
				|| (node instanceof Elements list && list.element() instanceof Value);
		if (value || this.empty) {
			return null;
		}
		return misshapen(node, path, "a single value");
	}

	// YAML makes booleans of on, off, yes and no, also where they are names.
	private Complaint truthValue(String path, int depth) {
		return new Complaint(
				"A name beneath " + path + " is read by YAML as '" + element(depth) + "' (" + this.where + ").",
				"Write it in quotes, for example \"off\":");
	}

	private static @Nullable Complaint withBrackets(@Nullable Complaint complaint) {
		return (complaint != null) ? new Complaint(complaint.problem(),
				complaint.action() + "\nA name that has dots is written in brackets and quotes: \"[team.admin]\".")
				: null;
	}

	private Complaint misshapen(PropertyNode node, String path, String written) {
		return new Complaint(path + " is " + shape(node) + ", and is written as " + written + " (" + this.where + ").",
				howToWrite(node, path));
	}

	private static String shape(PropertyNode node) {
		if (node instanceof Elements list) {
			return (list.element() instanceof Group) ? "a list of entries" : "a list";
		}
		return (node instanceof Group) ? "a group of properties"
				: (node instanceof Entries) ? "a map" : "a single value";
	}

	// A key that may be a secret in the place of a name is not repeated.
	private Complaint unknown(Group group, int depth, String path) {
		String element = element(depth);
		String known = "Known beneath " + path + ": " + group.names() + ".";
		if (element.length() > MAX_SHOWN_LENGTH || !element.chars().allMatch(KeyShape::isOfAName)) {
			return new Complaint("A key beneath " + path + " is unknown (" + this.where + ").", known);
		}
		String meant = this.nearest.to(element, path);
		return new Complaint(path + "." + element + " is unknown (" + this.where + ").",
				((meant != null) ? "Did you mean " + meant + "? " : "") + known);
	}

	private String howToWrite(PropertyNode node, String path) {
		String last = path.substring(path.lastIndexOf('.') + 1);
		if (node instanceof Group group) {
			return last.endsWith("]") ? "Write an entry as - " + group.example() + "; it takes " + group.names() + "."
					: "Write its properties beneath it: " + group.names() + ".";
		}
		if (node instanceof Elements list && list.element() instanceof Group group) {
			return "Begin each entry with a dash:\n    " + last + ":\n      - " + group.example();
		}
		if (node instanceof Elements) {
			boolean permissions = last.contains("permission") || path.startsWith(this.root + ".roles.");
			return "Separate its elements by commas:\n    " + last + ": "
					+ (permissions ? "\"threads:read, threads:write\"" : "first, second");
		}
		if (node instanceof Entries) {
			return "Write names beneath it, each with its value:\n    " + last + ":\n      name: value";
		}
		return "Write it as " + ((node instanceof Value value) ? ExpectedForm.of(value.type()) : "a value") + ".";
	}

	private String element(int depth) {
		return this.name.getElement(depth, Form.ORIGINAL);
	}

	private boolean isTruthValue(int depth) {
		return element(depth).equals("true") || element(depth).equals("false");
	}

	private boolean isIndexed(int depth) {
		return this.name.chop(depth + 1).isLastElementIndexed();
	}

	private static boolean isOfAName(int c) {
		return c == '-' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
	}

}
