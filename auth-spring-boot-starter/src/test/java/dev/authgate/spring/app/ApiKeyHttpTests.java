package dev.authgate.spring.app;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.secret.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * API keys over a real connection.
 */
@WorkspaceTest
class ApiKeyHttpTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ApiKeyStore store;

	private Wire wire;

	@BeforeEach
	void connect() {
		this.wire = Wire.to(this.port);
	}

	/**
	 * F2, C4: a good key answers the user in exactly three members, permissions sorted.
	 */
	@Test
	void whenKeyIsGoodThenUserInExactForm() {
		Reply reply = this.wire.send("GET /api/threads", Workspace.HEADER_1);
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body())
			.isEqualTo("{\"id\":\"client_1\",\"data\":{},\"permissions\":[\"threads:read\",\"threads:write\"]}");
	}

	/**
	 * F4: each key knows its application.
	 */
	@Test
	void whenTwoKeysThenEachHasItsApp() {
		assertThat(this.wire.send("GET /api/caller", Workspace.HEADER_1).body()).contains("\"app\":\"client_1\"");
		assertThat(this.wire.send("GET /api/caller", Workspace.HEADER_2).body()).contains("\"app\":\"client_2\"");
	}

	/**
	 * F6: the header's name in any case.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "x-api-key", "X-API-KEY", "x-Api-kEy" })
	void whenHeaderNameIsInOtherCaseThenAccepted(String name) {
		assertThat(this.wire.send("GET /api/user", name + ": " + Workspace.KEY_1).status()).isEqualTo(200);
	}

	/**
	 * F6, F7, F8: the value exactly as it was registered.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "X-API-Key:", "X-API-Key: ", "X-API-Key: WORKSPACE-KEY-NUMBER-ONE",
			"X-API-Key: workspace-key-number-on", "X-API-Key: workspace-key-number-onee",
			"X-API-Key: workspace-key-number-one,", "X-API-Key: workspace-key number-one",
			"X-API-Key: workspace-key-number-on\u00e9", "X-API-Key: \u00e9", "X-API-Key: \"workspace-key-number-one\"",
			"X_API_Key: workspace-key-number-one" })
	void whenValueIsAnotherThenUnauthorized(String header) {
		assertThat(this.wire.send("GET /api/user", header).status()).isEqualTo(401);
	}

	/**
	 * F9: the header twice is never "the first wins".
	 */
	@ParameterizedTest
	@ValueSource(strings = { Workspace.KEY_1, Workspace.KEY_2, "wrong" })
	void whenHeaderIsTwiceThenUnauthorized(String second) {
		Reply reply = this.wire.send("GET /api/user", Workspace.HEADER_1, "X-API-Key: " + second);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("malformed_credentials");
	}

	/**
	 * F8: an oversized key is refused as a client's error.
	 */
	@ParameterizedTest
	@ValueSource(ints = { 513, 4_000, 20_000 })
	void whenKeyIsOversizedThenRefused(int length) {
		assertThat(this.wire.send("GET /api/user", "X-API-Key: " + "k".repeat(length)).status()).isIn(400, 401, 431);
	}

	/**
	 * F13: a key in the query or a cookie is none.
	 */
	@Test
	void whenKeyIsElsewhereThenMissing() {
		Reply reply = this.wire.send("GET /api/user?X-API-Key=" + Workspace.KEY_1,
				"Cookie: X-API-Key=" + Workspace.KEY_1);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("missing_credentials");
	}

	/**
	 * F3, F5: keys come and go while the application runs.
	 */
	@Test
	void whenKeyIsRegisteredReplacedAndRevokedThenAtOnce() {
		String header = "X-API-Key: a-key-that-comes-and-goes";
		assertThat(this.wire.send("GET /api/user", header).status()).isEqualTo(401);
		this.store.register(ApiKey.of("a-key-that-comes-and-goes", "first"));
		assertThat(this.wire.send("GET /api/user", header).body()).contains("\"id\":\"first\"");
		this.store.register(ApiKey.of("a-key-that-comes-and-goes", "second"));
		assertThat(this.wire.send("GET /api/user", header).body()).contains("\"id\":\"second\"");
		this.store.revoke(ApiKey.of("a-key-that-comes-and-goes", "second").id());
		assertThat(this.wire.send("GET /api/user", header).status()).isEqualTo(401);
	}

	/**
	 * F3: removing one of two keys of an application leaves the other.
	 */
	@Test
	void whenOneOfTwoKeysIsRevokedThenOtherWorks() {
		this.store.register(ApiKey.builder(Secret.of("rotation-key-old")).id("old").app("rotated").build());
		this.store.register(ApiKey.builder(Secret.of("rotation-key-new")).id("new").app("rotated").build());
		this.store.revoke("old");
		assertThat(this.wire.send("GET /api/user", "X-API-Key: rotation-key-old").status()).isEqualTo(401);
		assertThat(this.wire.send("GET /api/user", "X-API-Key: rotation-key-new").body()).contains("rotated");
	}

	/**
	 * F11, F12: why a key is refused is not told.
	 */
	@Test
	void whenKeyIsDisabledThenSameAnswerAsUnknown() {
		this.store.register(ApiKey.builder(Secret.of("disabled-key-0123")).id("off").enabled(false).build());
		Reply disabled = this.wire.send("GET /api/user", "X-API-Key: disabled-key-0123");
		assertThat(disabled.body()).isEqualTo(this.wire.send("GET /api/user", "X-API-Key: wrong").body());
		assertThat(disabled.status()).isEqualTo(401);
	}

	/**
	 * G6: a good credential beside a wrong one of another kind is enough.
	 */
	@Test
	void whenTokenIsWrongAndKeyIsGoodThenKeyCounts() {
		Reply reply = this.wire.send("GET /api/caller", Workspace.HEADER_1, "Authorization: Bearer x.y.z");
		assertThat(reply.body()).contains("\"authenticator\":\"api-key\"");
	}

	/**
	 * F2: on public paths a wrong key is not looked at.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "/open/path", "/api/public" })
	void whenPathIsPublicThenCredentialsAreNotRead(String path) {
		assertThat(this.wire.send("GET " + path, "X-API-Key: wrong", "Authorization: Bearer x").status())
			.isEqualTo(200);
	}

}
