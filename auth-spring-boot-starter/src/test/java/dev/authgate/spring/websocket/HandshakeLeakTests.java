package dev.authgate.spring.websocket;

import java.util.List;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a handshake carries among the subprotocols is in no line of the log, whatever is
 * logged, and in no answer.
 */
@ExtendWith(OutputCaptureExtension.class)
class HandshakeLeakTests {

	private static final List<String> LOGGERS = List.of("dev.authgate", "org.springframework.web",
			"org.springframework.security", "org.apache.tomcat.websocket");

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Offers.class, Talk.class)
		.tokens()
		.with("authgate.default-authenticator=jwt, api-key", "authgate.endpoints.ws-ticket.enabled=true");

	@BeforeAll
	static void logEverything() {
		LOGGERS.forEach((name) -> level(name, LogLevel.TRACE));
	}

	@AfterAll
	static void logAsBefore() {
		LOGGERS.forEach((name) -> level(name, null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/raw", "/chat", "/stomp", "/sockjs/websocket", "/jakarta", "/nothing", "/open" })
	void whenTokenIsOfferedThenNeverLogged(String path, CapturedOutput output) {
		String token = APP.bean(JwtIssuer.class).issue(AuthUser.of("ada", "threads:read"));
		String head = head(path, "bearer", token) + head(path, "bearer, " + token + ", bearer", token);
		assertThat(head).doesNotContain(token);
		assertThat(output.getAll()).contains(path).doesNotContain(token);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/raw", "/jakarta", "/nothing" })
	void whenTicketIsOfferedThenNeverLogged(String path, CapturedOutput output) {
		String ticket = JsonPath.read(Wire.to(APP.port())
			.json("POST /auth/ws-ticket", "{\"path\":\"" + path + "\"}", "X-API-Key: " + TestApp.READER)
			.body(), "$.ticket");
		assertThat(head(path, "ticket", ticket) + head(path, "ticket", ticket)).doesNotContain(ticket);
		assertThat(output.getAll()).contains(path).doesNotContain(ticket);
	}

	private static String head(String path, String scheme, String credential) {
		return RawHandshake.head(APP.port(), path, "Sec-WebSocket-Protocol: " + scheme + ", " + credential);
	}

	private static void level(String logger, LogLevel level) {
		LoggingSystem.get(HandshakeLeakTests.class.getClassLoader()).setLogLevel(logger, level);
	}

}
