package dev.authgate.spring.websocket;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.contract.TestClock;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;

/**
 * An application with people who open sockets, and what its administrator does to them.
 */
final class Office implements AutoCloseable {

	private static final String PASSWORD = "a raven over three hills";

	private static final int PEOPLE = 16;

	private final AtomicInteger next = new AtomicInteger();

	private final TestApp app;

	private final Wire wire;

	private Office(TestApp app) {
		this.app = app;
		this.wire = Wire.to(app.port());
	}

	static TestApp describe() {
		TestApp app = TestApp.serving(Desk.class).tokens();
		person(app, 0, "root", "admin:read, admin:write");
		for (int i = 1; i <= PEOPLE; i++) {
			person(app, i, "person" + i, "threads:read, threads:write");
		}
		return app.with("authgate.default-authenticator=session, jwt, api-key, basic", "authgate.login.form=true",
				"authgate.login.token=true", "authgate.users.throttle.enabled=false",
				"authgate.endpoints.users.enabled=true", "authgate.endpoints.revoke.enabled=true",
				"authgate.endpoints.sessions.enabled=true", "authgate.jwt.time-to-live=10m",
				"authgate.api-keys.keys[0].id=reader", "authgate.session.max-per-user=100");
	}

	static Office open(String... properties) {
		return of(describe().with(properties));
	}

	static Office of(TestApp described) {
		return new Office(described.start());
	}

	private static void person(TestApp app, int index, String name, String permissions) {
		String account = "authgate.users.accounts[" + index + "].";
		app.with(account + "username=" + name, account + "password=" + PASSWORD,
				account + "permissions=" + permissions);
	}

	/**
	 * Gives somebody who may read and write threads, and whom no other test knows.
	 */
	String somebody() {
		return "person" + this.next.incrementAndGet();
	}

	Socket socket(String path, String... headers) {
		return Socket.open(this.app.port(), path, headers);
	}

	String token(String name) {
		return "Authorization: Bearer " + rawToken(name);
	}

	String rawToken(String name) {
		Reply reply = this.wire.json("POST /login",
				"{\"username\":\"" + name + "\",\"password\":\"" + PASSWORD + "\"}");
		return JsonPath.read(reply.body(), "$.token");
	}

	String session(String name) {
		Reply reply = this.wire.exchange("POST /login", "username=" + name + "&password=" + PASSWORD.replace(' ', '+'),
				"Content-Type: application/x-www-form-urlencoded");
		return "Cookie: " + reply.headers("Set-Cookie").get(0).split(";")[0];
	}

	/**
	 * Gives a header with a credential of a user.
	 */
	String credential(String kind, String name) {
		return switch (kind) {
			case "session" -> session(name);
			case "token" -> token(name);
			default -> "Authorization: Basic "
					+ Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		};
	}

	/**
	 * Ends all sessions of a user, as the user does.
	 */
	void endSessions(String name) {
		Reply reply = this.wire.send("DELETE /auth/sessions", token(name));
		if (reply.status() != 204) {
			throw new IllegalStateException("The end of sessions was answered " + reply.status());
		}
	}

	/**
	 * Changes an account as an administrator.
	 */
	void change(String name, String json) {
		Reply reply = this.wire.json("PATCH /auth/users/" + name, json, token("root"));
		if (reply.status() != 200) {
			throw new IllegalStateException("The change was answered " + reply.status());
		}
	}

	Reply send(String request, String... headers) {
		return this.wire.send(request, headers);
	}

	Reply form(String request, String body) {
		return this.wire.exchange(request, body, "Content-Type: application/x-www-form-urlencoded");
	}

	int port() {
		return this.app.port();
	}

	<T> T bean(Class<T> type) {
		return this.app.bean(type);
	}

	OpenSockets sockets() {
		return this.app.bean(OpenSockets.class);
	}

	void pass(Duration time) {
		this.app.bean(TestClock.class).pass(time);
		sockets().check();
	}

	@Override
	public void close() {
		this.app.close();
	}

}
