package dev.authgate.spring.session;

import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Logins that this process has read, found by the text that stands in the session.
 * <p>
 * Nothing of it is kept in the session itself, which may be stored elsewhere. When it is
 * full a few make room, and are read once more: whoever logs in often must not have the
 * logins of all others read again. Safe for use by several threads.
 */
final class KnownLogins {

	static final int CAPACITY = 10_000;

	private static final int HANDFUL = 16;

	private final Map<String, KnownLogin> byText = new ConcurrentHashMap<>();

	@Nullable KnownLogin find(String text) {
		return this.byText.get(text);
	}

	KnownLogin add(String text, KnownLogin login) {
		if (this.byText.size() >= CAPACITY) {
			makeRoom();
		}
		KnownLogin earlier = this.byText.putIfAbsent(text, login);
		return (earlier != null) ? earlier : login;
	}

	void remove(String text) {
		this.byText.remove(text);
	}

	private void makeRoom() {
		Iterator<String> texts = this.byText.keySet().iterator();
		for (int i = 0; i < HANDFUL && texts.hasNext(); i++) {
			texts.next();
			texts.remove();
		}
	}

}
