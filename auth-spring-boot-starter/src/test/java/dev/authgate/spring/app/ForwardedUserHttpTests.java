package dev.authgate.spring.app;

import dev.authgate.AuthEvent.AccessRefused;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEvent.PermissionsDropped;
import dev.authgate.RejectionReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * D, O6: users and clients that a proxy names, over a real connection.
 */
class ForwardedUserHttpTests {

	private static final String PROXIES = "authgate.forwarded-user.trusted-proxies=";

	@RegisterExtension
	static final TestApp TRUSTING = TestApp.serving(UserHandlers.class, Workspace.Recorder.class)
		.with(PROXIES + "127.0.0.1, 192.0.2.0/24", "authgate.default-authenticator=forwarded-user, api-key",
				"authgate.permissions.threads=read, write", "authgate.permissions.users=read");

	@RegisterExtension
	static final TestApp WARY = TestApp.serving(UserHandlers.class, Workspace.Recorder.class)
		.with(PROXIES + "192.0.2.0/24", "authgate.default-authenticator=forwarded-user, api-key");

	@BeforeEach
	void forget() {
		TRUSTING.bean(Workspace.Recorder.class).clear();
		WARY.bean(Workspace.Recorder.class).clear();
	}

	/** D1. */
	@Test
	void whenProxyNamesNobodyThenMissing() {
		assertThat(get().status()).isEqualTo(401);
		assertThat(get().body()).contains("missing_credentials");
		assertThat(get().headers("WWW-Authenticate")).isEmpty();
	}

	/** D2, D5. */
	@Test
	void whenProxyNamesUserThenUser() {
		assertThat(get("X-Forwarded-User: huginn").body())
			.isEqualTo("{\"id\":\"huginn\",\"data\":{},\"permissions\":[]}");
	}

	/** D3, D8. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-User:", "X-Forwarded-User: a b", "X-Forwarded-User: a,b",
			"X-Forwarded-User: \u00e9" })
	void whenIdIsMalformedThenUnauthorized(String header) {
		assertThat(get(header).status()).isEqualTo(401);
		assertThat(get(header).body()).contains("malformed_credentials");
	}

	/** D8. */
	@ParameterizedTest
	@ValueSource(strings = { "a\tb", "a\0b", "a\u0007b" })
	void whenIdHasControlCharactersThenRefused(String id) {
		assertThat(get("X-Forwarded-User: " + id).status()).isIn(400, 401);
	}

	/** D4, C10. */
	@Test
	void whenPermissionsAreListedThenTrimmedAndKnownOnes() {
		Reply reply = get("X-Forwarded-User: huginn", "X-Forwarded-Permissions: threads:read, ,cats:pet,*:*");
		assertThat(reply.body()).contains("\"permissions\":[\"threads:read\"]");
		assertThat(TRUSTING.bean(Workspace.Recorder.class).takeAll(PermissionsDropped.class)).singleElement()
			.satisfies((event) -> assertThat(event.permissions()).containsExactlyInAnyOrder("cats:pet", "*:*"));
	}

	/** D6. */
	@ParameterizedTest
	@CsvSource({ "X-Forwarded-User: huginn", "X-Forwarded-Permissions: '*:*'" })
	void whenPeerIsNotTrustedThenUnauthorizedAndAudited(String header) {
		Reply reply = Wire.to(WARY.port()).send("GET /api/user", header, "X-Forwarded-For: 192.0.2.1");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("invalid_credentials");
		assertThat(WARY.bean(Workspace.Recorder.class).takeAll(CredentialRejected.class))
			.containsExactly(new CredentialRejected("forwarded-user", RejectionReason.UNTRUSTED_PEER, "GET",
					"/api/user", "127.0.0.1"));
	}

	/** D6: it does no harm to a good credential. */
	@Test
	void whenPeerIsNotTrustedButKeyIsGoodThenKeyCounts() {
		assertThat(WARY.get("/api/user", "X-API-Key: " + TestApp.READER, "X-Forwarded-User: admin").body())
			.contains("\"reader\"");
	}

	@Test
	void whenExplicitCredentialIsWrongThenForwardedUserDoesNotRescueIt() {
		assertThat(get("X-Forwarded-User: huginn", "X-API-Key: wrong").status()).isEqualTo(401);
		assertThat(get("X-Forwarded-User: huginn", "Authorization: Bearer x").status()).isEqualTo(401);
	}

	/** D7. */
	@Test
	void whenHeaderIsTwiceThenUnauthorized() {
		assertThat(get("X-Forwarded-User: huginn", "X-Forwarded-User: huginn").status()).isEqualTo(401);
		assertThat(get("X-Forwarded-User: a", "X-Forwarded-Permissions: a:b", "X-Forwarded-Permissions: c:d").status())
			.isEqualTo(401);
	}

	/** O6. */
	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "203.0.113.9, 198.51.100.7, 192.0.2.5 | 198.51.100.7",
			"203.0.113.9, evil | 127.0.0.1", "198.51.100.7:4711 | 198.51.100.7" })
	void whenRefusedThroughProxyThenEventNamesTheClient(String hops, String client) {
		get("X-API-Key: wrong", "X-Forwarded-For: " + hops);
		Workspace.Recorder recorder = TRUSTING.bean(Workspace.Recorder.class);
		assertThat(recorder.takeAll(CredentialRejected.class)).extracting(CredentialRejected::remoteAddress)
			.containsExactly(client);
		assertThat(recorder.takeAll(AccessRefused.class)).extracting(AccessRefused::remoteAddress)
			.containsExactly(client);
	}

	/** O6. */
	@Test
	void whenPeerIsNotTrustedThenForwardingHeadersAreIgnored() {
		WARY.get("/api/user", "X-API-Key: wrong", "X-Forwarded-For: 198.51.100.7", "Forwarded: for=198.51.100.7");
		assertThat(WARY.bean(Workspace.Recorder.class).takeAll(AccessRefused.class))
			.extracting(AccessRefused::remoteAddress)
			.containsExactly("127.0.0.1");
	}

	/** Origin rule, with the host that a trusted proxy names. */
	@Test
	void whenAnotherSiteCausesChangeThenForged() {
		assertThat(post("Origin: https://evil.example.com").body()).contains("\"code\":\"csrf\"");
		assertThat(post("Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
		assertThat(post("Origin: https://evil.example.com", "X-Forwarded-Host: app.example.com").status())
			.isEqualTo(403);
		assertThat(
				post("Origin: http://app.example.com", "X-Forwarded-Host: app.example.com", "X-Forwarded-Proto: https")
					.status())
			.isEqualTo(403);
	}

	@Test
	void whenOwnSiteCausesChangeThroughProxyThenTaken() {
		assertThat(
				post("Origin: https://app.example.com", "X-Forwarded-Host: app.example.com", "X-Forwarded-Proto: https")
					.status())
			.isEqualTo(200);
		assertThat(post("Origin: https://app.example.com", "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "trusted-proxies= | is empty", "trusted-proxies=0.0.0.0/0 | is everybody",
			"trusted-proxies=::/0 | is everybody", "trusted-proxies=10.1.2.3/8 | write 10.0.0.0/8",
			"trusted-proxies=proxy.local | never a host name", "id-header=X-User | not which proxies are believed",
			"id-header=a b | authgate.forwarded-user.id-header is no name",
			"permissions-header=x-forwarded-user | name the same header",
			"client-address-header=? | authgate.forwarded-user.client-address-header is no name" })
	void whenProxiesAreMisconfiguredThenStartIsRefused(String property, String text) {
		assertThat(RefusedStart.of(UserHandlers.class, "authgate.forwarded-user." + property)).contains(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server.forward-headers-strategy=native", "server.tomcat.remoteip.remote-ip-header=X-Any",
			"spring.main.cloud-platform=kubernetes" })
	void whenContainerReplacesThePeerThenStartIsRefused(String property) {
		assertThat(RefusedStart.of(UserHandlers.class, PROXIES + "10.0.0.0/8", property))
			.contains("server.forward-headers-strategy: framework");
		RefusedStart.starts(UserHandlers.class, PROXIES + "10.0.0.0/8", "authgate.default-authenticator=api-key",
				"server.forward-headers-strategy=framework");
	}

	@Test
	void whenHeadersAndWildcardsAreConfiguredThenTheyCount() {
		try (TestApp app = TestApp.bare(UserHandlers.class)
			.with(PROXIES + "127.0.0.1", "authgate.forwarded-user.id-header=Remote-User",
					"authgate.forwarded-user.permissions-header=Remote-Groups",
					"authgate.forwarded-user.allow-wildcards=true")
			.start()) {
			assertThat(app.get("/api/user", "Remote-User: a", "Remote-Groups: threads:*").body())
				.contains("\"threads:*\"");
			assertThat(app.get("/api/user", "X-Forwarded-User: a").status()).isEqualTo(401);
		}
	}

	private static Reply get(String... headers) {
		return Wire.to(TRUSTING.port()).send("GET /api/user", headers);
	}

	private static Reply post(String... headers) {
		String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "X-Forwarded-User: huginn";
		return Wire.to(TRUSTING.port()).send("POST /api/user", all);
	}

}
