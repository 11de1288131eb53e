package dev.authgate.spring.endpoint;

import java.io.IOException;

import dev.authgate.secret.Secret;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What a client sends to log in.
 *
 * @param username the name as it was typed
 * @param password the password as it was typed
 */
record LoginForm(String username, Secret password) {

	private static final int MAX_BYTES = 16 * 1024;

	// Never the application's mapper, which may be lenient or know polymorphic types.
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	static LoginForm read(HttpServletRequest request) {
		byte[] body = bodyOf(request);
		JsonNode tree = (isJson(request.getContentType()) && body.length <= MAX_BYTES) ? parse(body) : null;
		JsonNode username = (tree != null) ? tree.get("username") : null;
		JsonNode password = (tree != null) ? tree.get("password") : null;
		if (username == null || password == null || !username.isString() || !password.isString()) {
			throw new RefusalException(Refusal.of(ErrorCode.BAD_REQUEST));
		}
		return new LoginForm(username.stringValue(), Secret.of(password.stringValue()));
	}

	// Broken chunks and connections are the client's doing.
	private static byte[] bodyOf(HttpServletRequest request) {
		try {
			return request.getInputStream().readNBytes(MAX_BYTES + 1);
		}
		catch (IOException ex) {
			throw new RefusalException(Refusal.of(ErrorCode.BAD_REQUEST));
		}
	}

	private static @Nullable JsonNode parse(byte[] body) {
		try {
			JsonNode tree = JSON.readTree(body);
			return tree.isObject() ? tree : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private static boolean isJson(@Nullable String type) {
		String json = "application/json";
		return type != null && type.regionMatches(true, 0, json, 0, json.length()) && (type.length() == json.length()
				|| type.charAt(json.length()) == ';' || type.charAt(json.length()) == ' ');
	}

}
