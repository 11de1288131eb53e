package dev.authgate.spring.jdbc;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values as JSON in a column of text.
 */
final class JsonText {

	// Never the application's mapper, which may be lenient or know polymorphic types.
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {
	};

	private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
	};

	private JsonText() {
	}

	static String of(Map<String, Object> object) {
		return JSON.writeValueAsString(object);
	}

	static String of(Collection<String> texts) {
		return JSON.writeValueAsString(List.copyOf(texts));
	}

	static Map<String, Object> object(String json) {
		return JSON.readValue(json, OBJECT);
	}

	static List<String> list(String json) {
		return JSON.readValue(json, TEXTS);
	}

}
