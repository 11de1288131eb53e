package dev.authgate.spring.account;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What administrators do with the accounts of others: M1, E18, K19.
 */
class AdministrationEndpointTests {

	@RegisterExtension
	static final TestApp app = AccountApp.describe();

	private AccountApp client;

	private String root;

	@BeforeEach
	void connect() {
		this.client = AccountApp.of(app);
		this.root = this.client.tokenOf("root", AccountApp.ROOT_PASSWORD);
	}

	/** M1. */
	@Test
	void whenCallerIsNoAdministratorThenForbidden() {
		this.client.register("ann", "");
		String ann = this.client.tokenOf("ann");
		assertThat(this.client.send("GET /auth/users", ann).status()).isEqualTo(403);
		assertThat(this.client.jsonAs(ann, "PATCH /auth/users/root", "{\"enabled\":false}").status()).isEqualTo(403);
		assertThat(this.client.send("DELETE /auth/users/root", ann).status()).isEqualTo(403);
		assertThat(this.client.send("GET /auth/users").status()).isEqualTo(401);
	}

	@Test
	void whenListedThenInPagesAndWithoutPasswords() {
		this.client.register("zoe1", "");
		this.client.register("zoe2", "");
		Reply page = this.client.send("GET /auth/users?after=zoe&limit=1", this.root);
		assertThat(JsonPath.<String>read(page.body(), "$.users[0].username")).isEqualTo("zoe1");
		String next = JsonPath.read(page.body(), "$.next");
		assertThat(this.client.send("GET /auth/users?limit=1&after=" + next, this.root).body()).contains("zoe2");
		assertThat(page.body()).doesNotContain("password", "argon2", "bcrypt");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0", "-1", "201", "x", "1e1", "99999999999999999999" })
	void whenLimitIsNoneThenBadRequest(String limit) {
		assertThat(this.client.send("GET /auth/users?limit=" + limit, this.root).status()).isEqualTo(400);
	}

	/** E18. */
	@Test
	void whenRolesChangeThenOlderTokensAreVoidAndNewOnesHaveThem() {
		String id = idOf(this.client.register("ben", ""));
		String token = this.client.tokenOf("ben");
		Reply reply = this.client.jsonAs(this.root, "PATCH /auth/users/" + id, "{\"roles\":[\"editor\"]}");
		assertThat(reply.body()).contains("\"roles\":[\"editor\"]");
		assertThat(this.client.send("GET /auth/me", token).status()).isEqualTo(401);
		assertThat(this.client.send("GET /auth/me", this.client.tokenOf("ben")).body()).contains("\"editor\"");
	}

	/** The session goes on, with what is true now. */
	@Test
	void whenRolesChangeThenRefreshGivesTokenWithThem() {
		String id = idOf(this.client.register("bud", ""));
		String refresh = JsonPath.read(this.client.logIn("bud", AccountApp.PASSWORD).body(), "$.refresh_token");
		this.client.jsonAs(this.root, "PATCH /auth/users/" + id, "{\"roles\":[\"editor\"]}");
		Reply next = this.client.json("POST /auth/refresh", "{\"refresh_token\":\"%s\"}", refresh);
		String token = "Authorization: Bearer " + JsonPath.read(next.body(), "$.token");
		assertThat(this.client.send("GET /auth/me", token).body()).contains("\"editor\"");
	}

	/** K19. */
	@Test
	void whenDisabledThenNeitherLoginNorTokenNorRefresh() {
		String id = idOf(this.client.register("cid", ""));
		String login = this.client.logIn("cid", AccountApp.PASSWORD).body();
		String token = "Authorization: Bearer " + JsonPath.read(login, "$.token");
		assertThat(this.client.jsonAs(this.root, "PATCH /auth/users/" + id, "{\"enabled\":false}").status())
			.isEqualTo(200);
		assertThat(this.client.send("GET /auth/me", token).status()).isEqualTo(401);
		assertThat(this.client.logIn("cid", AccountApp.PASSWORD).status()).isEqualTo(401);
		String refresh = JsonPath.read(login, "$.refresh_token");
		assertThat(this.client.json("POST /auth/refresh", "{\"refresh_token\":\"%s\"}", refresh).status())
			.isEqualTo(401);
	}

	@Test
	void whenDeletedThenGoneAndTokensAreVoid() {
		String id = idOf(this.client.register("dot", ""));
		String token = this.client.tokenOf("dot");
		assertThat(this.client.send("DELETE /auth/users/" + id, this.root).status()).isEqualTo(204);
		assertThat(this.client.send("DELETE /auth/users/" + id, this.root).body()).contains("\"code\":\"not_found\"");
		assertThat(this.client.send("GET /auth/me", token).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"enabled\":false}", "{\"permissions\":[]}" })
	void whenAdministratorTakesAwayOwnPowerThenConflict(String body) {
		assertThat(this.client.jsonAs(this.root, "PATCH /auth/users/root", body).status()).isEqualTo(409);
		assertThat(this.client.send("DELETE /auth/users/root", this.root).status()).isEqualTo(409);
		assertThat(this.client.send("GET /auth/users", this.root).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{\"enabled\":\"no\"}", "{\"roles\":\"admin\"}", "{\"roles\":[1]}",
			"{\"permissions\":[\"nocolon\"]}", "{\"password\":\"x\"}", "{\"id\":\"x\"}", "{\"roles\":[\"a,b\"]}" })
	void whenEditIsMalformedThenBadRequest(String body) {
		String id = idOf(this.client.register("u" + Integer.toHexString(body.hashCode()), ""));
		assertThat(this.client.jsonAs(this.root, "PATCH /auth/users/" + id, body).status()).isEqualTo(400);
	}

	private static String idOf(Reply registered) {
		return JsonPath.read(registered.body(), "$.id");
	}

}
