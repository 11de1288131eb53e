package dev.authgate.spring.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import dev.authgate.secret.SecretDigest;
import dev.authgate.session.RefreshState;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionLifetime;
import dev.authgate.session.SessionOrigin;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session as texts by name, and reads it again. What is missing is missing.
 */
final class SessionFields {

	static final String USER = "user";

	private SessionFields() {
	}

	static Map<String, String> of(Session session) {
		Map<String, String> fields = new LinkedHashMap<>();
		fields.put("revision", Long.toString(session.revision()));
		fields.put(USER, session.userId());
		fields.put("kind", session.origin().kind().name());
		fields.put("address", session.origin().address());
		fields.put("agent", session.origin().agent());
		put(fields, "created", session.lifetime().createdAt());
		put(fields, "used", session.lifetime().lastUsedAt());
		fields.put("idle", Long.toString(session.lifetime().idleTimeout().toMillis()));
		put(fields, "expires", session.lifetime().expiresAt());
		fields.put("epoch", Long.toString(session.epoch()));
		if (session.scope() != null) {
			fields.put("scope", String.join(" ", new TreeSet<>(session.scope())));
		}
		if (session.refresh() != null) {
			putRefresh(fields, session.refresh());
		}
		return fields;
	}

	static Session session(String id, Map<String, String> fields) {
		SessionOrigin origin = new SessionOrigin(SessionKind.valueOf(text(fields, "kind")), text(fields, "address"),
				text(fields, "agent"));
		SessionLifetime lifetime = new SessionLifetime(time(fields, "created"), time(fields, "used"),
				Duration.ofMillis(number(fields, "idle")), time(fields, "expires"));
		return new Session(id, text(fields, USER), origin, lifetime, number(fields, "epoch"),
				scope(fields.get("scope")), refresh(fields), number(fields, "revision"));
	}

	private static void putRefresh(Map<String, String> fields, RefreshState refresh) {
		fields.put("family", refresh.family().toString());
		fields.put("current", refresh.current().toString());
		if (refresh.previous() != null) {
			fields.put("previous", refresh.previous().toString());
		}
		put(fields, "rotated", refresh.rotatedAt());
	}

	private static @Nullable RefreshState refresh(Map<String, String> fields) {
		String previous = fields.get("previous");
		return (fields.get("family") == null) ? null
				: new RefreshState(SecretDigest.parse(text(fields, "family")),
						SecretDigest.parse(text(fields, "current")),
						(previous != null) ? SecretDigest.parse(previous) : null, time(fields, "rotated"));
	}

	private static @Nullable Set<String> scope(@Nullable String text) {
		if (text == null) {
			return null;
		}
		return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
	}

	private static void put(Map<String, String> fields, String name, Instant time) {
		fields.put(name, Long.toString(time.toEpochMilli()));
	}

	private static String text(Map<String, String> fields, String name) {
		return Objects.requireNonNull(fields.get(name), name);
	}

	private static long number(Map<String, String> fields, String name) {
		return Long.parseLong(text(fields, name));
	}

	private static Instant time(Map<String, String> fields, String name) {
		return Instant.ofEpochMilli(number(fields, name));
	}

}
