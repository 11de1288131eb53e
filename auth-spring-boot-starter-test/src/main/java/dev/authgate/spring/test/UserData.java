package dev.authgate.spring.test;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonParserFactory;

/**
 * A user's data as an annotation can write it.
 */
final class UserData {

	private UserData() {
	}

	static Map<String, Object> parse(String[] entries) {
		Map<String, Object> data = new LinkedHashMap<>();
		for (String entry : entries) {
			entriesOf(entry).forEach((name, value) -> {
				if (data.containsKey(name)) {
					throw new IllegalArgumentException("@WithUser: the data has '" + name + "' twice.");
				}
				data.put(name, value);
			});
		}
		return data;
	}

	private static Map<String, Object> entriesOf(String entry) {
		if (entry.stripLeading().startsWith("{")) {
			return json(entry);
		}
		int equals = entry.indexOf('=');
		if (equals < 1) {
			throw new IllegalArgumentException(
					"@WithUser: the data '" + entry + "' is neither name=value nor a JSON object.");
		}
		return Map.of(entry.substring(0, equals).strip(), entry.substring(equals + 1).strip());
	}

	private static Map<String, Object> json(String text) {
		try {
			return JsonParserFactory.getJsonParser().parseMap(text);
		}
		catch (JsonParseException ex) {
			throw new IllegalArgumentException("@WithUser: the data '" + text + "' is not a JSON object.", ex);
		}
	}

}
