package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O8, F12: no answer and no line of the log tells a key, a token or a password, however
 * much is logged.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretScanTests {

	private static final String KEY = "canary-key-kq83hf0sl2";

	private static final String WRONG_KEY = "canary-wrong-kq83hf0sl2";

	private static final String PASSWORD = "canary-password-81hsk2";

	private static final String WRONG_PASSWORD = "canary-guess-81hsk2";

	private static final String SECRET = "canary-Xq7v2Lr9TzKw4HsNb8YdGf3JpMc6RuEa";

	private static final String BASIC = encoded("ada:" + PASSWORD);

	private static final String WRONG_BASIC = encoded("ada:" + WRONG_PASSWORD);

	@AfterEach
	void logLess() {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		logging.setLogLevel("org.springframework", null);
		logging.setLogLevel("dev.authgate", null);
	}

	/**
	 * O8: everything is asked, well and badly, with all that Spring and we can log.
	 */
	@Test
	void whenEverythingIsLoggedThenNoSecretIs(CapturedOutput output) {
		List<Reply> replies = new ArrayList<>();
		String token;
		try (TestApp app = application().start()) {
			Wire wire = Wire.to(app.port());
			Reply login = login(wire, PASSWORD);
			token = login.body().substring("{\"token\":\"".length(), login.body().length() - 2);
			replies.add(login(wire, WRONG_PASSWORD));
			replies.add(wire.json("POST /login", "{\"username\":\"ada\",\"password\":\"" + WRONG_PASSWORD + "\""));
			for (String path : List.of("/api/user", "/api/everything", "/api/fail/bean", "/api/fail/default",
					"/open/fail/boom", "/api/none", "/api//user", "/api/callable")) {
				for (String credential : credentials(token)) {
					replies.add(wire.send("GET " + path, credential.split("\n")));
				}
			}
		}
		assertThat(output.getAll()).contains("DEBUG", "TRACE")
			.doesNotContain(KEY, WRONG_KEY, PASSWORD, WRONG_PASSWORD, SECRET, BASIC, WRONG_BASIC);
		assertThat(output.getAll()).doesNotContain(token, token.substring(token.lastIndexOf('.')));
		assertThat(replies).allSatisfy((reply) -> assertThat(reply.head() + reply.body()).doesNotContain(KEY, WRONG_KEY,
				PASSWORD, WRONG_PASSWORD, SECRET, token, BASIC, WRONG_BASIC));
		assertThat(replies).extracting(Reply::status).doesNotContain(503).contains(200, 400, 401, 403, 404, 500);
	}

	private static String encoded(String login) {
		return Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
	}

	private static List<String> credentials(String token) {
		return List.of("X-API-Key: " + KEY, "X-API-Key: " + WRONG_KEY, "X-API-Key: " + KEY + "\nX-API-Key: " + KEY,
				"Authorization: Bearer " + token, "Authorization: Bearer " + token + "x",
				"Authorization: Bearer " + WRONG_KEY, "Authorization: Basic " + WRONG_KEY, "Authorization: " + token,
				"Authorization: Bearer " + token + "\nAuthorization: Bearer " + token, "Authorization: Basic " + BASIC,
				"Authorization: Basic " + WRONG_BASIC,
				"Authorization: Basic " + BASIC + "\nAuthorization: Basic " + BASIC);
	}

	private static Reply login(Wire wire, String password) {
		return wire.json("POST /login", "{\"username\":\"ada\",\"password\":\"" + password + "\"}");
	}

	private static TestApp application() {
		return TestApp.bare(WorkspaceHandlers.class, DispatchHandlers.class, FailingHandlers.class, GuardedBeans.class)
			.key(0, KEY, "client_1", "threads:read")
			.with("authgate.jwt.secret=" + SECRET, "authgate.default-authenticator=api-key, jwt, basic",
					"authgate.login.token=true", "authgate.public-paths=/open/**",
					"authgate.users.accounts[0].username=ada", "authgate.users.accounts[0].password=" + PASSWORD,
					"logging.level.org.springframework=TRACE", "logging.level.dev.authgate=TRACE",
					"authgate.report.enabled=true");
	}

}
