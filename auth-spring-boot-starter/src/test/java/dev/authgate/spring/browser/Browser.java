package dev.authgate.spring.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.Wire;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that keeps cookies and fills in forms, and follows no redirects.
 */
final class Browser {

	static final String PASSWORD = "correct horse battery";

	private static final Pattern COOKIE = Pattern.compile("([^=;]+)=([^;]*)(.*)");

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private Wire wire;

	Browser(int port) {
		this.wire = Wire.to(port);
	}

	Browser movedTo(int port) {
		this.wire = Wire.to(port);
		return this;
	}

	Reply get(String path, String... headers) {
		return exchange("GET " + path, "", headers);
	}

	Reply page(String path) {
		return get(path, "Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
	}

	Reply form(String path, String... fields) {
		return exchange("POST " + path, encoded(fields), "Content-Type: application/x-www-form-urlencoded");
	}

	Reply logIn(String username) {
		return form("/login", "username", username, "password", PASSWORD);
	}

	Reply exchange(String request, String body, String... headers) {
		List<String> lines = new ArrayList<>(List.of(headers));
		if (!this.cookies.isEmpty()) {
			lines.add("Cookie: " + String.join("; ",
					this.cookies.entrySet()
						.stream()
						.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
						.toList()));
		}
		Reply reply = this.wire.exchange(request, body, lines.toArray(String[]::new));
		reply.headers("Set-Cookie").forEach(this::keep);
		return reply;
	}

	@Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	Set<String> cookies() {
		return this.cookies.keySet();
	}

	String session() {
		return Objects.requireNonNull(cookie("__Host-session"));
	}

	Browser with(String name, String value) {
		this.cookies.put(name, value);
		return this;
	}

	Browser without(String name) {
		this.cookies.remove(name);
		return this;
	}

	static String encoded(String... fields) {
		StringBuilder form = new StringBuilder();
		for (int i = 0; i < fields.length; i += 2) {
			form.append((i == 0) ? "" : "&")
				.append(URLEncoder.encode(fields[i], StandardCharsets.UTF_8))
				.append('=')
				.append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
		}
		return form.toString();
	}

	/**
	 * Makes sure that a login sets one cookie, which is hidden from scripts, secure, and
	 * of this host alone.
	 */
	static void assertSafe(List<String> setCookie) {
		assertThat(setCookie).singleElement()
			.asString()
			.startsWith("__Host-session=")
			.contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Lax")
			.doesNotContain("Domain");
	}

	private void keep(String line) {
		Matcher cookie = COOKIE.matcher(line);
		if (cookie.matches() && cookie.group(3).contains("Max-Age=0")) {
			this.cookies.remove(cookie.group(1));
		}
		else if (cookie.matches()) {
			this.cookies.put(cookie.group(1), cookie.group(2));
		}
	}

}
