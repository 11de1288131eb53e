package dev.authgate.spring.websocket.stomp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each frame is judged by what its sender may do now: L6, K19.
 */
class StompLiveTests {

	private static final String PASSWORD = "a raven over three hills";

	@RegisterExtension
	static final TestApp APP = person(person(person(Board.app(), 0, "ada", "threads:write"), 1, "bob", "threads:write"),
			2, "root", "admin:read, admin:write")
		.with(Board.ORDERED, "authgate.default-authenticator=basic, api-key, jwt",
				"authgate.users.throttle.enabled=false", "authgate.endpoints.users.enabled=true");

	@Test
	void whenPermissionIsWithdrawnThenNextFrameIsRefused() {
		try (Stomp ada = as("ada")) {
			assertThat(ada.say("/app/write", "x").next()).contains("written x");
			change("ada", "{\"permissions\":[\"threads:read\"]}");
			assertThat(ada.say("/app/write", "x").next()).contains("code:insufficient_permissions");
		}
	}

	@Test
	void whenUserIsDisabledThenNextFrameDoesNotCount() {
		try (Stomp bob = as("bob")) {
			assertThat(bob.say("/app/write", "x").next()).contains("written x");
			change("bob", "{\"enabled\":false}");
			assertThat(bob.say("/app/write", "x").next()).isEqualTo("closed 1008 revoked");
		}
	}

	private static Stomp as(String name) {
		return Stomp.open(APP.port(), "/stomp", basic(name)).connected().subscribed("/user/queue/answers");
	}

	private static void change(String name, String json) {
		Reply reply = Wire.to(APP.port()).json("PATCH /auth/users/" + name, json, basic("root"));
		assertThat(reply.status()).isEqualTo(200);
	}

	private static String basic(String name) {
		return "Authorization: Basic "
				+ Base64.getEncoder().encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
	}

	private static TestApp person(TestApp app, int index, String name, String permissions) {
		String account = "authgate.users.accounts[" + index + "].";
		return app.with(account + "username=" + name, account + "password=" + PASSWORD,
				account + "permissions=" + permissions);
	}

}
