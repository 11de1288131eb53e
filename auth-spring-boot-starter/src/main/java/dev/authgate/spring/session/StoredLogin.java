package dev.authgate.spring.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.secret.Secret;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A login as it stands in a servlet session: one JSON text, which every serializer of
 * sessions can write, and of which a later version of this class can tell that it is
 * older.
 *
 * @param sessionId the id of the session in the list of sessions, which is no secret
 * @param user the user, with the permissions that its account names
 * @param roles the roles of the user
 * @param epoch the epoch of the user's credentials when the account was read
 * @param loggedInAt when the password was verified
 * @param csrfToken what forms of the session's pages carry
 */
record StoredLogin(String sessionId, AuthUser user, Set<String> roles, long epoch, Instant loggedInAt,
		Secret csrfToken) {

	private static final int VERSION = 1;

	private static final TypeReference<LinkedHashMap<String, Object>> DATA = new TypeReference<>() {
	};

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	/**
	 * Copies the roles.
	 */
	StoredLogin {
		roles = Set.copyOf(roles);
	}

	/**
	 * Makes a login of nothing but what an account says.
	 */
	static StoredLogin of(SessionUser account) {
		return new StoredLogin("-", account.user(), account.roles(), 0, Instant.EPOCH, Secret.of("-"));
	}

	/**
	 * Reads a text that {@link #text()} wrote.
	 * @return the login, or {@code null} if the text is anything else
	 */
	static @Nullable StoredLogin parse(String text) {
		try {
			JsonNode json = JSON.readTree(text);
			JsonNode version = json.get("v");
			return (version != null && version.isInt() && version.intValue() == VERSION) ? read(json) : null;
		}
		catch (JacksonException | IllegalArgumentException ex) {
			return null;
		}
	}

	/**
	 * Writes the login.
	 */
	String text() {
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("v", VERSION);
		json.put("sid", this.sessionId);
		json.put("user", this.user.id());
		json.put("data", this.user.data());
		json.put("permissions", this.user.permissions());
		json.put("roles", this.roles);
		json.put("epoch", this.epoch);
		json.put("login", this.loggedInAt.toEpochMilli());
		json.put("csrf", this.csrfToken.reveal());
		return JSON.writeValueAsString(json);
	}

	/**
	 * Makes the same login with what the account says now.
	 */
	StoredLogin reread(AuthUser account, Set<String> accountRoles, long newEpoch) {
		return new StoredLogin(this.sessionId, account, accountRoles, newEpoch, this.loggedInAt, this.csrfToken);
	}

	private static StoredLogin read(JsonNode json) {
		AuthUser user = new AuthUser(text(json, "user"), JSON.convertValue(json.required("data"), DATA),
				PermissionSet.of(texts(json, "permissions")));
		return new StoredLogin(text(json, "sid"), user, new LinkedHashSet<>(texts(json, "roles")),
				number(json, "epoch"), Instant.ofEpochMilli(number(json, "login")), Secret.of(text(json, "csrf")));
	}

	private static String text(JsonNode json, String name) {
		String text = json.required(name).stringValue();
		if (text.isEmpty()) {
			throw new IllegalArgumentException(name);
		}
		return text;
	}

	private static long number(JsonNode json, String name) {
		JsonNode number = json.required(name);
		if (!number.isIntegralNumber()) {
			throw new IllegalArgumentException(name);
		}
		return number.longValue();
	}

	private static List<String> texts(JsonNode json, String name) {
		JsonNode array = json.required(name);
		if (!array.isArray()) {
			throw new IllegalArgumentException(name);
		}
		List<String> texts = new ArrayList<>(array.size());
		array.forEach((element) -> texts.add(element.stringValue()));
		return texts;
	}

}
