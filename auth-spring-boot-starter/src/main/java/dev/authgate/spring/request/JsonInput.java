package dev.authgate.spring.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.authgate.secret.Secret;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A JSON object that a client sent, read strictly: anything else is a bad request.
 * <p>
 * For use by the thread that serves the request.
 */
public final class JsonInput {

	private static final int MAX_BYTES = 16 * 1024;

	private static final String TYPE = "application/json";

	// Never the application's mapper, which may be lenient or know polymorphic types.
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private static final TypeReference<Map<String, Object>> VALUES = new TypeReference<>() {
	};

	private final JsonNode object;

	private JsonInput(JsonNode object) {
		this.object = object;
	}

	/**
	 * Reads the body of a request.
	 * @param request the request
	 * @return the object that it holds
	 * @throws RefusalException if it holds anything else, or too much
	 */
	public static JsonInput read(HttpServletRequest request) {
		byte[] body = BoundedBody.read(request, MAX_BYTES);
		JsonNode tree = isJson(request.getContentType()) ? parse(body) : null;
		if (tree == null || !tree.isObject()) {
			throw RefusalException.badRequest();
		}
		return new JsonInput(tree);
	}

	/**
	 * Reads a frame of a socket.
	 * @param text the text of the frame
	 * @return the object that it holds, or {@code null} if it holds anything else, or too
	 * much
	 */
	public static @Nullable JsonInput of(String text) {
		JsonNode tree = (text.length() <= MAX_BYTES) ? parse(text.getBytes(StandardCharsets.UTF_8)) : null;
		return (tree != null && tree.isObject()) ? new JsonInput(tree) : null;
	}

	/**
	 * Tells whether there is one member and no other.
	 * @param name the name of the member
	 * @return {@code true} if it is the only one
	 */
	public boolean hasOnly(String name) {
		return this.object.size() == 1 && this.object.has(name);
	}

	/**
	 * Gives a text that must be there.
	 * @param name the name of the member
	 * @return the text
	 * @throws RefusalException if there is none
	 */
	public String text(String name) {
		String text = optionalText(name);
		if (text == null) {
			throw RefusalException.badRequest();
		}
		return text;
	}

	/**
	 * Gives a secret that must be there.
	 * @param name the name of the member
	 * @return the secret
	 * @throws RefusalException if there is none
	 */
	public Secret secret(String name) {
		return Secret.of(text(name));
	}

	/**
	 * Gives a text that may be missing.
	 * @param name the name of the member
	 * @return the text, or {@code null} if there is none
	 * @throws RefusalException if the member is something else
	 */
	public @Nullable String optionalText(String name) {
		JsonNode member = this.object.get(name);
		if (member == null || member.isNull()) {
			return null;
		}
		if (!member.isString()) {
			throw RefusalException.badRequest();
		}
		return member.stringValue();
	}

	/**
	 * Gives a list of texts that may be missing.
	 * @param name the name of the member
	 * @return the texts, or {@code null} if there is no such member
	 * @throws RefusalException if the member is something else
	 */
	public @Nullable List<String> optionalTexts(String name) {
		JsonNode member = this.object.get(name);
		if (member == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		for (JsonNode element : member) {
			if (!member.isArray() || !element.isString()) {
				throw RefusalException.badRequest();
			}
			texts.add(element.stringValue());
		}
		if (!member.isArray()) {
			throw RefusalException.badRequest();
		}
		return texts;
	}

	/**
	 * Gives a truth value that may be missing.
	 * @param name the name of the member
	 * @return the value, or {@code null} if there is no such member
	 * @throws RefusalException if the member is something else
	 */
	public @Nullable Boolean optionalFlag(String name) {
		JsonNode member = this.object.get(name);
		if (member == null) {
			return null;
		}
		if (!member.isBoolean()) {
			throw RefusalException.badRequest();
		}
		return member.booleanValue();
	}

	/**
	 * Makes sure that there is nothing but what is known.
	 * @param names the names of the members that there may be
	 * @return this input
	 * @throws RefusalException if there is another one
	 */
	public JsonInput only(String... names) {
		if (!List.of(names).containsAll(this.object.propertyNames())) {
			throw RefusalException.badRequest();
		}
		return this;
	}

	/**
	 * Gives all members.
	 * @return maps, lists and values by name
	 */
	public Map<String, Object> values() {
		return JSON.convertValue(this.object, VALUES);
	}

	private static @Nullable JsonNode parse(byte[] body) {
		try {
			return JSON.readTree(body);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static boolean isJson(@Nullable String type) {
		return type != null && type.regionMatches(true, 0, TYPE, 0, TYPE.length()) && (type.length() == TYPE.length()
				|| type.charAt(TYPE.length()) == ';' || type.charAt(TYPE.length()) == ' ');
	}

}
