package dev.authgate.spring.account;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.AccountAction;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What people do with their own accounts: M2, M7, M8, E18.
 */
class OwnAccountTests {

	@RegisterExtension
	static final TestApp app = AccountApp.describe();

	private AccountApp client;

	@BeforeEach
	void connect() {
		this.client = AccountApp.of(app);
		this.client.register("ada", "");
	}

	/** M7. */
	@Test
	void whenNothingIsAskedThenAllThatIsKnown() {
		Reply reply = this.client.send("GET /auth/me", root());
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body()).isEqualTo("{\"id\":\"root\",\"data\":{},\"roles\":[\"user\"],"
				+ "\"permissions\":[\"admin:read\",\"admin:write\"]}");
	}

	/** M7: exactly what is asked for and granted, and no more than an answer. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "admin:read | [\"admin:read\"]", "admin:read,threads:read | [\"admin:read\"]",
			"threads:read | []", "admin:write&permissions=admin:read | [\"admin:read\",\"admin:write\"]" })
	void whenPermissionsAreAskedThenTheGrantedOnes(String asked, String granted) {
		String token = root();
		assertThat(this.client.send("GET /auth/me?permissions=" + asked, token).body())
			.endsWith("\"permissions\":" + granted + "}");
		assertThat(this.client.send("GET /auth/me", token).body())
			.endsWith("\"permissions\":[\"admin:read\",\"admin:write\"]}");
	}

	/** M8. */
	@ParameterizedTest
	@ValueSource(strings = { "", "nocolon", "a:b:c", ":", "admin:read,", "*:*", "admin:*", "%00:x", "%zz", "{}" })
	void whenAskedForMalformedPermissionsThenBadRequest(String asked) {
		assertThat(this.client.send("GET /auth/me?permissions=" + asked, root()).status()).isEqualTo(400);
	}

	@Test
	void whenAnonymousThenUnauthorized() {
		assertThat(this.client.send("GET /auth/me").status()).isEqualTo(401);
		assertThat(this.client.json("PATCH /auth/me", "{}").status()).isEqualTo(401);
		assertThat(this.client.json("POST /auth/password", "{}").status()).isEqualTo(401);
	}

	/** M2. */
	@Test
	void whenFieldIsUpdatableThenWritten() {
		Reply reply = this.client.jsonAs(ada(), "PATCH /auth/me", "{\"color\":\"green\"}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(JsonPath.<String>read(reply.body(), "$.data.color")).isEqualTo("green");
	}

	@Test
	void whenFieldIsWrittenThenSameCredentialShowsIt() {
		String token = ada();
		this.client.jsonAs(token, "PATCH /auth/me", "{\"color\":\"violet\"}");
		assertThat(this.client.send("GET /auth/me", token).body()).contains("\"color\":\"violet\"");
	}

	/** M2. */
	@ParameterizedTest
	@ValueSource(strings = { "{\"permissions\":[\"*:*\"]}", "{\"roles\":[\"admin\"]}", "{\"id\":\"root\"}",
			"{\"enabled\":false}", "{\"verified\":true}", "{\"username\":\"root\"}", "{\"password\":\"x\"}",
			"{\"superuser\":true}", "{\"data\":{\"admin\":true}}" })
	void whenFieldIsProtectedThenIgnoredAndAudited(String body) {
		AccountApp.Post post = app.bean(AccountApp.Post.class);
		post.events.clear();
		String before = this.client.send("GET /auth/me", ada()).body();
		assertThat(this.client.jsonAs(ada(), "PATCH /auth/me", body).status()).isEqualTo(200);
		assertThat(this.client.send("GET /auth/me", ada()).body()).isEqualTo(before);
		assertThat(post.events).filteredOn(AccountChanged.class::isInstance)
			.extracting((event) -> ((AccountChanged) event).action())
			.contains(AccountAction.UPDATE_IGNORED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "null", "{\"color\":", "{\"email\":\"no address\"}", "{\"email\":1}" })
	void whenUpdateIsMalformedThenBadRequest(String body) {
		assertThat(this.client.jsonAs(ada(), "PATCH /auth/me", body).status()).isEqualTo(400);
	}

	/** E18, M4. */
	@Test
	void whenPasswordIsChangedThenOldOneAndOldTokensAreVoid() {
		this.client.register("eve", "");
		String token = this.client.tokenOf("eve");
		Reply reply = this.client.jsonAs(token, "POST /auth/password",
				"{\"current\":\"%s\",\"new\":\"another long passphrase\"}".formatted(AccountApp.PASSWORD));
		assertThat(reply.status()).isEqualTo(204);
		assertThat(this.client.send("GET /auth/me", token).status()).isEqualTo(401);
		assertThat(this.client.logIn("eve", AccountApp.PASSWORD).status()).isEqualTo(401);
		assertThat(this.client.logIn("eve", "another long passphrase").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "wrong, another long passphrase, 401, invalid_credentials",
			"a fine long passphrase, short, 400, weak_password",
			"a fine long passphrase, aaaaaaaaaaaaaaaaaaaa, 400, weak_password" })
	void whenPasswordIsWrongOrWeakThenNotChanged(String current, String next, int status, String code) {
		Reply reply = this.client.jsonAs(ada(), "POST /auth/password",
				"{\"current\":\"%s\",\"new\":\"%s\"}".formatted(current, next));
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).contains("\"code\":\"" + code + "\"").doesNotContain(next);
		assertThat(this.client.logIn("ada", AccountApp.PASSWORD).status()).isEqualTo(200);
	}

	private String ada() {
		return this.client.tokenOf("ada");
	}

	private String root() {
		return this.client.tokenOf("root", AccountApp.ROOT_PASSWORD);
	}

}
