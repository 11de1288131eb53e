package dev.authgate.spring.guard.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.spring.MisconfigurationException;

/**
 * Reads lists of authenticators as they are written in configuration and annotations:
 * names, and groups {@code all(one, other)}.
 */
final class AuthenticatorNames {

	private static final Pattern NAME = Pattern.compile("[^\\s,()]+");

	private static final Pattern ITEM = Pattern.compile("\\s*(?:all\\s*\\(([^()]*)\\)|([^\\s,()]+))\\s*(?:,|$)");

	private AuthenticatorNames() {
	}

	static boolean isName(String text) {
		return NAME.matcher(text).matches();
	}

	// What a property source has cut at each comma is put together again.
	static List<List<String>> parse(List<String> written, String where) {
		String text = String.join(",", written);
		List<List<String>> items = new ArrayList<>();
		Matcher matcher = ITEM.matcher(text);
		int end = 0;
		while (end < text.length() && matcher.find(end) && matcher.start() == end) {
			items.add((matcher.group(1) != null) ? group(matcher.group(1), where) : List.of(matcher.group(2)));
			end = matcher.end();
		}
		if (end < text.length() || text.endsWith(",")) {
			throw new MisconfigurationException(where + " has a list of authenticators that cannot be read.",
					"Separate names by commas, and write those that are all required as all(api-key, jwt).");
		}
		return items;
	}

	private static List<String> group(String text, String where) {
		List<String> names = List.of(text.strip().split("\\s*,\\s*", -1));
		boolean sound = names.stream().allMatch(AuthenticatorNames::isName) && !names.contains(Authenticators.DEFAULT)
				&& names.stream().distinct().count() == names.size() && names.size() > 1;
		if (!sound) {
			throw new MisconfigurationException(where + " has all(" + text.strip() + ").",
					"Name two or more different authenticators in it, for example all(api-key, jwt); 'default' is none.");
		}
		return names;
	}

}
