package dev.authgate.sample;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A thread of the team, live: L1 to L4, L6 to L8.
 */
@WorkspaceTest
class LiveThreadTests {

	private final TestClients clients;

	private final JdbcClient jdbc;

	private final int port;

	private final UUID thread = UUID.randomUUID();

	LiveThreadTests(TestClients clients, JdbcClient jdbc, @LocalServerPort int port) {
		this.clients = clients;
		this.jdbc = jdbc;
		this.port = port;
		add(this.thread, "alice", true);
	}

	/** L1. */
	@Test
	void whenAnonymousThenUnauthorized() {
		assertThat(open(Map.of()).status()).isEqualTo(401);
	}

	/** L4. */
	@Test
	void whenNeitherPermissionIsHeldThenForbidden() {
		assertThat(open(this.clients.permittedTo(Set.of("agents:read"))).status()).isEqualTo(403);
	}

	/** L3. */
	@Test
	void whenBothPermissionsAreHeldThenBothAreTold() throws Exception {
		try (LiveSocket alice = open(this.clients.alice())) {
			assertThat(alice.hear())
				.isEqualTo("{\"checkedPermissions\":{\"threads\":[\"read\",\"write\"]},\"messages\":[]}");
		}
	}

	/** L2, L3. */
	@Test
	void whenReaderHasSessionThenOpenAndOnlyReadIsTold() throws Exception {
		try (LiveSocket bob = open(session("bob"))) {
			assertThat(bob.hear()).contains("{\"threads\":[\"read\"]}");
		}
	}

	/** L7. */
	@Test
	void whenPageOfAnotherSiteHasSessionThenForbidden() {
		LiveSocket stranger = open(Map.of("Cookie", cookie("bob"), "Origin", "https://evil.example"));
		assertThat(stranger.status()).isEqualTo(403);
	}

	@Test
	void whenThreadIsNotSharedThenItsOwnerAlone() {
		UUID own = UUID.randomUUID();
		add(own, "alice", false);
		try (LiveSocket alice = open(own, this.clients.alice().headers())) {
			assertThat(alice.status()).isEqualTo(101);
			assertThat(open(own, this.clients.bob().headers()).status()).isEqualTo(404);
		}
	}

	@Test
	void whenThreadIsNotSharedThenItsPageIsNotFoundByOthers() {
		UUID own = UUID.randomUUID();
		add(own, "alice", false);
		assertThat(page("alice", own)).isEqualTo(200);
		assertThat(page("bob", own)).isEqualTo(404);
		assertThat(page("bob", this.thread)).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { TestRoutes.ID, "1", "x", "%00" })
	void whenThereIsNoSuchThreadThenClientError(String id) {
		assertThat(open(id, this.clients.alice().headers()).status()).isBetween(400, 404);
	}

	@Test
	void whenWriterPostsThenReaderHearsAndItIsKept() throws Exception {
		try (LiveSocket alice = opened(this.clients.alice()); LiveSocket bob = opened(session("bob"))) {
			alice.ask("{\"text\":\"hi <b>\"}");
			assertThat(JsonPath.<Object>read(bob.hear(), "$.messages[*]['author','text']"))
				.hasToString("[{\"author\":\"alice\",\"text\":\"hi <b>\"}]");
		}
		try (LiveSocket later = open(session("bob"))) {
			assertThat(later.hear()).contains("hi <b>");
		}
	}

	/** L6. */
	@Test
	void whenReaderPostsThenRefusedAndNeitherToldNorKept() throws Exception {
		try (LiveSocket alice = opened(this.clients.alice()); LiveSocket bob = opened(session("bob"))) {
			assertThat(bob.ask("{\"text\":\"forced\"}")).contains("\"status\":403",
					"\"code\":\"insufficient_permissions\"", "\"missing\":[\"threads:write\"]");
			assertThat(alice.ask("{\"text\":\"hi\"}")).contains("\"hi\"").doesNotContain("forced");
			assertThat(bob.hear()).contains("\"hi\"");
		}
		assertThat(kept()).contains("hi").doesNotContain("forced");
	}

	@Test
	void whenWriterMayNotReadThenHearsNothing() throws Exception {
		Client writer = this.clients.permittedTo(Set.of("threads:write"));
		try (LiveSocket alice = opened(this.clients.alice()); LiveSocket blind = open(writer)) {
			assertThat(alice.ask("{\"text\":\"secret\"}")).contains("secret");
			assertThat(blind.hear()).isEqualTo("{\"checkedPermissions\":{\"threads\":[\"write\"]},\"messages\":[]}");
			assertThat(blind.ask("{")).contains("\"status\":400");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "\"hi\"", "{}", "{\"text\":null}", "{\"text\":\"\"}",
			"{\"text\":\" \"}", "{\"text\":5}", "{\"text\":5.5}", "{\"text\":true}", "{\"text\":[\"hi\"]}",
			"{\"text\":\"hi\",\"author\":\"bob\"}", "{\"text\":\"hi\",\"text\":\"ho\"}", "{\"text\":\"hi\"} {}",
			"{\"text\":\"\\ud800\"}" })
	void whenFrameIsNoMessageThenToldSoAndNothingIsKept(String frame) throws Exception {
		try (LiveSocket alice = opened(this.clients.alice())) {
			assertThat(alice.ask(frame)).contains("\"status\":400", "1 to 2000 characters");
		}
		assertThat(kept()).isEqualTo("[]");
	}

	@Test
	void whenTextHasTheGreatestLengthThenKeptAndNoLonger() throws Exception {
		try (LiveSocket alice = opened(this.clients.alice())) {
			assertThat(alice.ask("{\"text\":\"" + "ä".repeat(2000) + "\"}")).contains("\"messages\"");
			assertThat(alice.ask("{\"text\":\"" + "ä".repeat(2001) + "\"}")).contains("\"status\":400");
		}
	}

	@Test
	void whenAgentAnswersOverHttpThenHeard() throws Exception {
		try (LiveSocket bob = opened(session("bob"))) {
			this.clients.alice()
				.post("/api/threads/" + this.thread + "/runs",
						"{\"agentId\": \"00000000-0000-4000-8000-000000000001\", \"text\": \"hi\"}");
			assertThat(JsonPath.<Object>read(bob.hear(), "$.messages[*].text")).hasToString("[\"hi\",\"HI\"]");
		}
	}

	@Test
	void whenThreadIsDeletedThenNextMessageClosesSocket() throws Exception {
		try (LiveSocket client = opened(this.clients.client1())) {
			this.jdbc.sql("delete from threads where id = ?").param(this.thread).update();
			client.say("{\"text\":\"hi\"}");
			assertThat(client.closing()).isEqualTo("4404 deleted");
		}
	}

	/** L8. */
	@Test
	void whenSessionsEndThenClosed() throws Exception {
		try (LiveSocket bob = opened(session("bob"))) {
			assertThat(this.clients.bob().delete("/auth/sessions").statusCode()).isEqualTo(204);
			assertThat(bob.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenLoggedOutInAnotherTabThenClosed() throws Exception {
		Map<String, String> session = session("bob");
		Client tab = this.clients.anonymous().with("Cookie", session.get("Cookie"));
		String page = tab.get("/dashboard").body();
		String token = page.replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		try (LiveSocket bob = opened(session)) {
			Client form = tab.with("Content-Type", "application/x-www-form-urlencoded");
			assertThat(form.send("POST", "/logout", "_csrf=" + token).statusCode()).isEqualTo(303);
			assertThat(bob.closing()).startsWith("1008 ");
		}
	}

	private LiveSocket opened(Client client) throws InterruptedException {
		return opened(client.headers());
	}

	private LiveSocket opened(Map<String, String> headers) throws InterruptedException {
		LiveSocket socket = open(headers);
		assertThat(socket.hear()).contains("checkedPermissions");
		return socket;
	}

	private LiveSocket open(Client client) {
		return open(client.headers());
	}

	private LiveSocket open(Map<String, String> headers) {
		return open(this.thread, headers);
	}

	private LiveSocket open(Object id, Map<String, String> headers) {
		return LiveSocket.open("ws://localhost:" + this.port + "/ws/threads/" + id, headers);
	}

	private int page(String name, UUID id) {
		return this.clients.anonymous().with("Cookie", cookie(name)).get("/threads/" + id + "/live").statusCode();
	}

	private Map<String, String> session(String name) {
		return Map.of("Cookie", cookie(name), "Origin", "http://localhost:" + this.port);
	}

	private String cookie(String name) {
		HttpResponse<String> login = this.clients.anonymous()
			.with("Content-Type", "application/x-www-form-urlencoded")
			.send("POST", "/login", "username=" + name + "&password=" + name + "-demo-password");
		return login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
	}

	private String kept() {
		return this.clients.alice().get("/api/threads/" + this.thread + "/messages").body();
	}

	private void add(UUID id, String owner, boolean shared) {
		this.jdbc.sql("insert into threads (id, owner, name, shared) values (?, ?, 'Plans', ?)")
			.params(id, owner, shared)
			.update();
	}

}
