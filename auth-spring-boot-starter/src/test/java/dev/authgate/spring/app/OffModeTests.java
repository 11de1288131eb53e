package dev.authgate.spring.app;

import dev.authgate.Authenticated;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mode in which every local caller is the default user.
 */
class OffModeTests {

	/**
	 * A3, A5: without an id the user is the operating system's, and one warning says what
	 * that means.
	 */
	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void whenNoIdIsSetThenUserOfOperatingSystemAndOneWarning(CapturedOutput output) {
		Slim.serve(Slim.empty(UserHandlers.class).withPropertyValues("authgate.mode=off"), (mvc) -> {
			assertThat(MockMvcTester.create(mvc).get().uri("/api/user").header("Host", "localhost")).hasStatus(200)
				.bodyText()
				.isEqualTo(
						"{\"id\":\"" + System.getProperty("user.name") + "\",\"data\":{},\"permissions\":[\"*:*\"]}");
			assertThat(output.getAll().split("authgate.mode is 'off'", -1)).hasSize(2);
			assertThat(output).doesNotContain("generated");
		});
	}

	/**
	 * A4: others are let in only if that is said, and then other sites still cannot
	 * write.
	 */
	@Test
	void whenRemoteIsAllowedThenOthersAreUserButNotOtherSites() {
		Slim.serve(Slim.empty(UserHandlers.class)
			.withPropertyValues("authgate.mode=off", "authgate.off.allow-remote=true"), (mvc) -> {
				MockMvcTester tester = MockMvcTester.create(mvc);
				assertThat(tester.get().uri("/api/user").header("Host", "app.example.com").with((request) -> {
					request.setRemoteAddr("203.0.113.7");
					return request;
				})).hasStatus(200);
				assertThat(tester.post()
					.uri("/api/user")
					.header("Host", "app.example.com")
					.header("Origin", "https://evil.example.com")).hasStatus(403)
					.bodyText()
					.contains("\"code\":\"csrf\"");
			});
	}

	/**
	 * A4: a peer elsewhere is not local, whatever it says of itself.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "203.0.113.7", "10.0.0.1", "192.168.1.1", "::ffff:203.0.113.7", "2001:db8::1", "0.0.0.0", "" })
	void whenPeerIsElsewhereThenForbidden(String address) {
		Slim.serve(Slim.empty(UserHandlers.class).withPropertyValues("authgate.mode=off"), (mvc) -> assertThat(
				MockMvcTester.create(mvc).get().uri("/api/user").header("Host", "localhost").with((request) -> {
					request.setRemoteAddr(address);
					return request;
				}))
			.hasStatus(403)
			.bodyText()
			.contains("access_denied")
			.doesNotContain("off"));
	}

	/**
	 * A real server, whose peer is this machine.
	 */
	@Nested
	@SpringBootTest(classes = OffApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
			properties = { "authgate.mode=off", "authgate.off.user-id=docs", "authgate.permissions.threads=read,write",
					"authgate.permissions.agents=read", "authgate.permissions.files=write",
					"authgate.permissions.vault=open,look", "authgate.permissions.shelf=write",
					"authgate.roles.admin=threads:read", "authgate.routes[0].paths=/api/caller",
					"authgate.routes[0].access=denied", "authgate.jwt.secret=" + Workspace.JWT_SECRET,
					"authgate.api-keys.keys[0].key=" + Slim.KEY, "authgate.default-authenticator=api-key, jwt",
					"server.forward-headers-strategy=framework", "authgate.report.enabled=false" })
	class OnRealPort {

		@LocalServerPort
		private int port;

		private Wire wire;

		@BeforeEach
		void connect() {
			this.wire = Wire.to(this.port);
		}

		/**
		 * A1, A2: the user of the configured id with all permissions, sorted.
		 */
		@Test
		void whenCallerIsLocalThenDefaultUser() {
			assertThat(this.wire.send("GET /api/user").body()).isEqualTo(
					"{\"id\":\"docs\",\"data\":{},\"permissions\":[\"actuator:read\",\"actuator:write\",\"agents:read\",\"files:write\","
							+ "\"shelf:write\",\"threads:read\",\"threads:write\",\"vault:look\",\"vault:open\"]}");
		}

		/**
		 * A1: whatever is required, by whichever authenticator.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "/api/everything", "/api/admin", "/api/token-only", "/api/key-only", "/api/optional",
				"/api/public", "/api/fail/bean", "/api/fail/role-bean", "/api/pre-authorized",
				"/api/pre-authorized-role" })
		void whenCallerIsLocalThenEverythingIsAllowed(String path) {
			assertThat(this.wire.send("GET " + path).status()).isEqualTo(200);
		}

		/**
		 * A1: what is denied to everybody stays denied.
		 */
		@Test
		void whenRouteIsDeniedThenForbidden() {
			assertThat(this.wire.send("GET /api/caller").status()).isEqualTo(403);
		}

		/**
		 * A4: names of this machine are local, with any port.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "localhost", "LOCALHOST:1234", "127.0.0.1", "127.9.9.9:80", "[::1]", "[::1]:8080" })
		void whenHostIsLocalThenAllowed(String host) {
			assertThat(this.wire.send("GET /api/user", "Host: " + host).status()).isEqualTo(200);
		}

		/**
		 * A4: another name may have been pointed here by another site.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "app.example.com", "localhost.example.com", "127.0.0.1.example.com", "10.0.0.1",
				"0.0.0.0", "localhost.", "2130706433", "127.1", "[::ffff:10.0.0.1]" })
		void whenHostIsElsewhereThenForbidden(String host) {
			assertThat(this.wire.send("GET /api/user", "Host: " + host).status()).isIn(400, 403);
		}

		/**
		 * A4: what came through a proxy did not come from here, whatever the proxy is
		 * called.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "X-Forwarded-For: 127.0.0.1", "X-Forwarded-Host: localhost", "X-Forwarded-Proto: http",
				"X-Forwarded-Port: 80", "X-Forwarded-Prefix: /", "X-Forwarded-Server: localhost",
				"X-Forwarded-Ssl: off", "X-Forwarded-User: docs", "x-forwarded-by: 127.0.0.1",
				"Forwarded: for=127.0.0.1;host=localhost", "X-Real-IP: 127.0.0.1", "Via: 1.1 proxy",
				"X-Forwarded-For:" })
		void whenRequestWasForwardedThenForbidden(String header) {
			assertThat(this.wire.send("GET /api/user", header).status()).isEqualTo(403);
			assertThat(this.wire.send("GET /api/public", header).status()).isEqualTo(403);
		}

		/**
		 * A4: a page of another site makes the browser of this machine send requests.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "Origin: https://evil.example.com", "Origin: null", "Origin: http://localhost:1",
				"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site" })
		void whenOtherSiteAsksThenForbidden(String header) {
			assertThat(this.wire.send("GET /api/user", header).status()).isEqualTo(403);
			assertThat(this.wire.json("POST /api/threads", "{}", header).status()).isEqualTo(403);
		}

		/**
		 * A4: pages of this application itself are local.
		 */
		@ParameterizedTest
		@CsvSource({ "same-origin", "none" })
		void whenOwnPageAsksThenAllowed(String site) {
			assertThat(this.wire
				.json("POST /api/threads", "{}", "Sec-Fetch-Site: " + site, "Origin: http://localhost:" + this.port)
				.status()).isEqualTo(200);
		}

	}

	/**
	 * A server that believes what proxies say.
	 */
	@Nested
	@SpringBootTest(classes = OffApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT,
			properties = { "authgate.mode=off", "authgate.jwt.secret=" + Workspace.JWT_SECRET,
					"authgate.api-keys.keys[0].key=" + Slim.KEY, "authgate.default-authenticator=api-key, jwt",
					"server.tomcat.remoteip.remote-ip-header=x-client", "authgate.report.enabled=false" })
	class BehindTrustedProxy {

		@LocalServerPort
		private int port;

		/**
		 * A4: where the container replaces the peer's address nobody can be told to be
		 * local.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "X-Other: none", "x-client: 127.0.0.1", "x-client: 203.0.113.7" })
		void whenContainerBelievesHeadersThenForbidden(String header) {
			assertThat(Wire.to(this.port).send("GET /api/user", header).status()).isEqualTo(403);
		}

	}

	/**
	 * The workspace without recorder.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ WorkspaceHandlers.class, DispatchHandlers.class, FailingHandlers.class, GuardedBeans.class })
	static class OffApplication {

	}

}
