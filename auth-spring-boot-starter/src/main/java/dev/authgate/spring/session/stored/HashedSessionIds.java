package dev.authgate.spring.session.stored;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.authgate.secret.RandomText;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.CookieSerializer.CookieValue;
import org.springframework.session.web.http.HttpSessionIdResolver;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Ids of sessions that are digests of what stands in the cookie: who reads the store, or
 * a log with an id in it, cannot send any of them.
 * <p>
 * Safe for use by several threads.
 */
public final class HashedSessionIds implements HttpSessionIdResolver, SessionIdGenerator {

	private static final int SECRET_LENGTH = RandomText.LENGTH_OF_160_BITS;

	private static final int PREFIX_LENGTH = "sha256:".length();

	// 144 bits: what the column of Spring Session's table has room for.
	private static final int ID_LENGTH = 36;

	private static final int MAX_UNSENT = 10_000;

	private final Map<String, String> unsent = new LinkedHashMap<>();

	private final CookieSerializer cookies;

	/**
	 * Makes the ids of an application.
	 * @param cookies reads and writes the cookie
	 */
	public HashedSessionIds(CookieSerializer cookies) {
		this.cookies = cookies;
	}

	@Override
	public String generate() {
		String secret = RandomText.of(SECRET_LENGTH);
		String id = idOf(secret);
		synchronized (this.unsent) {
			if (this.unsent.size() >= MAX_UNSENT) {
				// Of a session that was never stored.
				this.unsent.remove(this.unsent.keySet().iterator().next());
			}
			this.unsent.put(id, secret);
		}
		return id;
	}

	@Override
	public List<String> resolveSessionIds(HttpServletRequest request) {
		return this.cookies.readCookieValues(request)
			.stream()
			.filter((secret) -> secret.length() == SECRET_LENGTH && RandomText.isPossible(secret))
			.map(HashedSessionIds::idOf)
			.toList();
	}

	// Asked more than once for one id; the secret is needed, and known, the first time.
	@Override
	public void setSessionId(HttpServletRequest request, HttpServletResponse response, String sessionId) {
		String secret = take(sessionId);
		if (secret != null) {
			this.cookies.writeCookieValue(new CookieValue(request, response, secret));
		}
	}

	@Override
	public void expireSession(HttpServletRequest request, HttpServletResponse response) {
		this.cookies.writeCookieValue(new CookieValue(request, response, ""));
	}

	private @Nullable String take(String id) {
		synchronized (this.unsent) {
			return this.unsent.remove(id);
		}
	}

	private static String idOf(String secret) {
		return SecretDigest.of(secret).toString().substring(PREFIX_LENGTH, PREFIX_LENGTH + ID_LENGTH);
	}

}
