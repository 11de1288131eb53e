package dev.authgate.spring.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F16: the echo of requests, for local callers.
 */
@ExtendWith(OutputCaptureExtension.class)
class DebugEchoTests {

	@Test
	void whenCallerIsLocalThenRequestIsEchoedWithoutCredentials(CapturedOutput output) {
		try (TestApp app = application().start()) {
			Reply reply = Wire.to(app.port())
				.send("GET /api/user?q=cats&access_token=canary1&state=eyJcanary2", "X-Team: blue",
						"Cookie: theme=canary3; sid=canary4", "X-Secret-Thing: canary5", "X-My-Key: canary6",
						"X-Other: canary7canary7canary7", "Referer: http://localhost/?t=canary8");
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.body())
				.contains("\"id\":\"debug\"", "\"method\":\"GET\"", "\"path\":\"/api/user\"", "\"X-Team\":[\"blue\"]",
						"\"q\":[\"cats\"]", "\"theme\"", "\"sid\"", "\"threads:read\"", "******")
				.doesNotContain("canary");
			assertThat(output.getAll().split("authgate.debug.echo is on", -1)).hasSize(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-For: 127.0.0.1", "Host: app.example.com", "Origin: https://evil.example.com",
			"Sec-Fetch-Site: cross-site", "Via: 1.1 proxy" })
	void whenCallerIsNotLocalThenRefused(String header) {
		try (TestApp app = application().start()) {
			Reply reply = Wire.to(app.port()).send("GET /api/user", header);
			assertThat(reply.status()).isEqualTo(403);
			assertThat(reply.body()).doesNotContain("echo", "debug");
		}
	}

	@Test
	void whenSwitchedOffOrNotNamedThenNobody() {
		assertThat(RefusedStart.of(UserHandlers.class, "authgate.default-authenticator=debug"))
			.contains("There is no authenticator 'debug'");
		try (TestApp app = TestApp.serving(UserHandlers.class).with("authgate.debug.echo=true").start()) {
			assertThat(app.get("/api/user").status()).isEqualTo(401);
			assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
		}
	}

	private static TestApp application() {
		return TestApp.serving(UserHandlers.class)
			.with("authgate.debug.echo=true", "authgate.default-authenticator=debug",
					"authgate.api-keys.header=X-My-Id", "authgate.permissions.threads=read, write",
					"authgate.permissions.users=read");
	}

}
