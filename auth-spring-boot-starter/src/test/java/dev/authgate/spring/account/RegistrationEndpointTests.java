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
 * How people get accounts, new passwords and proved addresses: M1, M3, M4, M5, O7.
 */
class RegistrationEndpointTests {

	@RegisterExtension
	static final TestApp app = AccountApp.describe();

	private AccountApp client;

	private AccountApp.Post post;

	@BeforeEach
	void connect() {
		this.client = AccountApp.of(app);
		this.post = app.bean(AccountApp.Post.class);
		this.post.sent.clear();
	}

	@Test
	void whenRegisteredThenNameIsForLoginAndIdIsRandom() {
		Reply reply = this.client.register("bea", ",\"color\":\"blue\"");
		assertThat(reply.status()).isEqualTo(201);
		assertThat(JsonPath.<String>read(reply.body(), "$.id")).matches("[0-9a-f]{32}");
		assertThat(reply.body()).contains("\"username\":\"bea\"", "\"color\":\"blue\"", "\"enabled\":true")
			.doesNotContain(AccountApp.PASSWORD, "password");
		assertThat(this.client.send("GET /auth/me", this.client.tokenOf("BEA")).body())
			.contains("\"username\":\"bea\"");
	}

	/** M2. */
	@Test
	void whenFormNamesWhatOneMayDoThenIgnored() {
		Reply reply = this.client.register("max",
				",\"permissions\":[\"admin:write\"],\"roles\":[\"admin\"],\"enabled\":false,\"id\":\"root\"");
		assertThat(reply.body()).contains("\"permissions\":[]", "\"roles\":[]", "\"enabled\":true")
			.doesNotContain("\"id\":\"root\"");
	}

	/** M3. */
	@Test
	void whenNameOrAddressIsTakenThenConflict() {
		this.client.register("cleo", ",\"email\":\"Cleo@example.com\"");
		assertThat(this.client.register("CLEO", "").body()).contains("\"status\":409", "\"code\":\"conflict\"");
		assertThat(this.client.register("cleo2", ",\"email\":\"cleo@EXAMPLE.com\"").status()).isEqualTo(409);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "[]", "{\"username\":\"x\"}", "{\"username\":1,\"password\":\"0123456789abcdef\"}",
			"{\"username\":\"\",\"password\":\"a fine long passphrase\"}",
			"{\"username\":\"a\\u0000b\",\"password\":\"a fine long passphrase\"}",
			"{\"username\":\"x\",\"password\":\"short\"}", "{\"username\":\"x\",\"password\":\"password12345678\"}",
			"{\"username\":\"x\",\"password\":\"a fine long passphrase\",\"email\":\"none\"}" })
	void whenFormIsMalformedOrWeakThenBadRequest(String body) {
		assertThat(this.client.json("POST /auth/register", body.replace("%", "%%")).status()).isEqualTo(400);
	}

	/** M1. */
	@Test
	void whenRegistrationIsNotOpenThenAdministratorsAlone() {
		try (TestApp closed = AccountApp.describe().with("authgate.users.registration.open=false").start()) {
			AccountApp admin = AccountApp.of(closed);
			String body = "{\"username\":\"dan\",\"password\":\"" + AccountApp.PASSWORD + "\"}";
			assertThat(admin.json("POST /auth/register", body).status()).isEqualTo(401);
			String root = admin.tokenOf("root", AccountApp.ROOT_PASSWORD);
			assertThat(admin.jsonAs(root, "POST /auth/register", body).status()).isEqualTo(201);
			Reply byDan = admin.jsonAs(admin.tokenOf("dan"), "POST /auth/register", body.replace("dan", "dora"));
			assertThat(byDan.body()).contains("\"status\":403", "\"missing\":[\"admin:write\"]");
		}
	}

	/** M4, M5. */
	@Test
	void whenResetIsAskedThenOneTokenOnceAndUnknownAddressIsAnsweredAlike() throws InterruptedException {
		this.client.register("fay", ",\"email\":\"fay@example.com\"");
		String old = this.client.tokenOf("fay");
		Reply unknown = this.client.json("POST /auth/reset/request", "{\"email\":\"nobody@example.com\"}");
		Reply known = this.client.json("POST /auth/reset/request", "{\"email\":\"FAY@example.com\"}");
		assertThat(known.status()).isEqualTo(202).isEqualTo(unknown.status());
		assertThat(known.body()).isEqualTo(unknown.body());
		String body = "{\"token\":\"%s\",\"password\":\"quite another passphrase\"}".formatted(this.post.next());
		assertThat(this.client.json("POST /auth/reset", body).status()).isEqualTo(204);
		assertThat(this.client.json("POST /auth/reset", body).status()).isEqualTo(400);
		assertThat(this.client.logIn("fay", "quite another passphrase").status()).isEqualTo(200);
		assertThat(this.client.send("GET /auth/me", old).status()).isEqualTo(401);
		assertThat(this.post.sent).isEmpty();
	}

	@Test
	void whenLoggedOutEverywhereThenTokenIsVoid() throws InterruptedException {
		this.client.register("hal", ",\"email\":\"hal@example.com\"");
		this.client.json("POST /auth/reset/request", "{\"email\":\"hal@example.com\"}");
		String body = "{\"token\":\"%s\",\"password\":\"quite another passphrase\"}".formatted(this.post.next());
		this.client.send("DELETE /auth/sessions", this.client.tokenOf("hal"));
		assertThat(this.client.json("POST /auth/reset", body).status()).isEqualTo(400);
		assertThat(this.client.logIn("hal", AccountApp.PASSWORD).status()).isEqualTo(200);
	}

	/** M4. */
	@ParameterizedTest
	@ValueSource(strings = { "", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "\\u0000" })
	void whenTokenIsMadeUpThenBadRequest(String token) {
		String body = "{\"token\":\"%s\",\"password\":\"quite another passphrase\"}";
		assertThat(this.client.json("POST /auth/reset", body, token).status()).isEqualTo(400);
		assertThat(this.client.json("POST /auth/verify", "{\"token\":\"%s\"}", token).status()).isEqualTo(400);
	}

	@Test
	void whenAddressIsProvedThenVerified() throws InterruptedException {
		Reply registered = this.client.register("gil", ",\"email\":\"gil@example.com\"");
		assertThat(registered.body()).contains("\"verified\":false");
		assertThat(this.client.json("POST /auth/verify/request", "{\"email\":\"gil@example.com\"}").status())
			.isEqualTo(202);
		String token = this.post.next();
		assertThat(this.client.json("POST /auth/verify", "{\"token\":\"%s\"}", token).status()).isEqualTo(204);
		String root = this.client.tokenOf("root", AccountApp.ROOT_PASSWORD);
		assertThat(this.client.send("GET /auth/users?after=gi&limit=1", root).body()).contains("\"verified\":true");
	}

	/** O7. */
	@Test
	void whenThereAreTooManyThenRefusedForAWhile() {
		try (TestApp strict = AccountApp.describe().with("authgate.users.throttle.register=2/1h").start()) {
			AccountApp flood = AccountApp.of(strict);
			flood.register("one", "");
			flood.register("two", "");
			Reply third = flood.register("three", "");
			assertThat(third.status()).isEqualTo(429);
			assertThat(third.headers("Retry-After")).hasSize(1);
		}
	}

}
