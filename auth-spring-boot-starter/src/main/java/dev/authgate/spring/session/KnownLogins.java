package dev.authgate.spring.session;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Logins that this process has read, found by the text that stands in the session.
 * <p>
 * Nothing of it is kept in the session itself, which may be stored elsewhere. When it is
 * full it begins anew: what is missing is read once more. Safe for use by several
 * threads.
 */
final class KnownLogins {

	private static final int CAPACITY = 10_000;

	private final Map<String, KnownLogin> byText = new ConcurrentHashMap<>();

	@Nullable KnownLogin find(String text) {
		return this.byText.get(text);
	}

	KnownLogin add(String text, KnownLogin login) {
		if (this.byText.size() >= CAPACITY) {
			this.byText.clear();
		}
		KnownLogin earlier = this.byText.putIfAbsent(text, login);
		return (earlier != null) ? earlier : login;
	}

	void remove(String text) {
		this.byText.remove(text);
	}

}
