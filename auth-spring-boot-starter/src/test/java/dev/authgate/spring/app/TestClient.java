package dev.authgate.spring.app;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A client that logs in and sends its tokens.
 */
final class TestClient {

	/** What the applications of these tests are configured with. */
	static final String[] PEOPLE = { "authgate.login.token=true", "authgate.refresh.enabled=true",
			"authgate.endpoints.revoke.enabled=true", "authgate.endpoints.introspect.enabled=true",
			"authgate.endpoints.sessions.enabled=true", "authgate.default-authenticator=api-key, jwt",
			"authgate.users.throttle.enabled=false", "authgate.users.accounts[0].username=ada",
			"authgate.users.accounts[0].password=" + Workspace.PASSWORD_HASH,
			"authgate.users.accounts[0].permissions=threads:read, threads:write",
			"authgate.users.accounts[1].username=root",
			"authgate.users.accounts[1].password=" + Workspace.PASSWORD_HASH, "authgate.users.accounts[1].roles=admin",
			"authgate.roles.admin=admin:read, admin:write, threads:read", "authgate.users.accounts[2].username=writer",
			"authgate.users.accounts[2].password=" + Workspace.PASSWORD_HASH };

	private final Wire wire;

	TestClient(TestApp app) {
		this.wire = Wire.to(app.port());
	}

	Reply login(String name) {
		return this.wire.json("POST /login",
				"{\"username\":\"" + name + "\",\"password\":\"" + Workspace.PASSWORD + "\"}", "User-Agent: phone");
	}

	Reply refresh(String token) {
		return this.wire.json("POST /auth/refresh", "{\"refresh_token\":\"" + token + "\"}");
	}

	Reply refresh(String token, String scope) {
		return this.wire.json("POST /auth/refresh",
				"{\"refresh_token\":\"" + token + "\",\"scope\":\"" + scope + "\"}");
	}

	Reply revoke(String token) {
		return form("POST /auth/revoke", "token=" + token);
	}

	Reply form(String request, String body, String... headers) {
		String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "Content-Type: application/x-www-form-urlencoded";
		return this.wire.exchange(request, body, all);
	}

	Reply send(String request, String token) {
		return this.wire.send(request, "Authorization: Bearer " + token);
	}

	Reply sendAs(String key, String request) {
		return this.wire.send(request, "X-API-Key: " + key);
	}

	int status(String token) {
		return send("GET /api/threads", token).status();
	}

	static String member(Reply reply, String name) {
		Matcher member = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(reply.body());
		assertThat(member.find()).as(name + " in " + reply.body()).isTrue();
		return member.group(1);
	}

}
