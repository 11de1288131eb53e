package dev.authgate.spring.endpoint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.authgate.secret.Secret;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
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
		byte[] body = bodyOf(request);
		JsonNode tree = (isJson(request.getContentType()) && body.length <= MAX_BYTES) ? parse(body) : null;
		if (tree == null || !tree.isObject()) {
			throw bad();
		}
		return new JsonInput(tree);
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
			throw bad();
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
			throw bad();
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
				throw bad();
			}
			texts.add(element.stringValue());
		}
		if (!member.isArray()) {
			throw bad();
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
			throw bad();
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
			throw bad();
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

	/**
	 * Makes the refusal of what cannot be read.
	 * @return the exception, to be thrown
	 */
	public static RefusalException bad() {
		return new RefusalException(Refusal.of(ErrorCode.BAD_REQUEST));
	}

	// Broken chunks and connections are the client's doing.
	private static byte[] bodyOf(HttpServletRequest request) {
		try {
			return request.getInputStream().readNBytes(MAX_BYTES + 1);
		}
		catch (IOException ex) {
			throw bad();
		}
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
