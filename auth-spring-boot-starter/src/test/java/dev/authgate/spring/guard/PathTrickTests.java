package dev.authgate.spring.guard;

import java.util.List;
import java.util.stream.Stream;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * K2: whatever way a path is written, no guarded handler is reached without credentials,
 * and nothing but the public set is open.
 */
class PathTrickTests {

	private static final List<String> GUARDED = List.of("//secret", "/./secret", "/x/../secret", "/secret/",
			"/secret//", "/secret/.", "/secret;x", "/secret;x=1", ";x/secret", "/;/secret", "/;x=/secret", "/secret%2f",
			"/%2fsecret", "/%2e/secret", "/%2e%2e/secret", "/open/%2e%2e/secret", "/open/../secret",
			"/open/..%2fsecret", "/open/..;/secret", "/open/;/../secret", "/open%2f..%2fsecret", "/secret%00",
			"/secret%5c", "/\\secret", "/open\\..\\secret", "/%5csecret", "/%73ecret", "/%2573ecret", "/s%65cret",
			"/SECRET", "/Secret", "/secret?", "/secret?/open", "/secret#/open", "/secret%23", "/secret%3f",
			"/secret%20", "/secret%09", "/secret%0a", "/secret%0d", "/secret.json", "/secret.", "/secret%2ejson",
			"/secret%c0%af", "/secret%u002f", "/open/secret", "/open//secret", "/openx", "/open/",
			"/open/x/../../secret", "/secret%e2%80%a8", "/secret\u2028");

	private static final List<String> OPEN = List.of("/open/", "//open", "/./open", "/OPEN", "/open;x", "/open;x=1",
			"/open%2f", "/%2fopen", "/open%00", "/open%5c", "/%2e/open", "/open/%2e", "/open/.", "/%256fpen",
			"/open.json", "/open/x", "/openx");

	private static final List<String> LOGIN = List.of("/login/", "/LOGIN", "/Login", "/login;x", "//login",
			"/%2e/login", "/login%2f", "/login/x", "/login.json", "/login%00", "/x/../login", "/%6cogi%256e");

	private static final TestApp PLAIN = app();

	private static final TestApp CONTEXT = app().with("server.servlet.context-path=/app");

	private static final TestApp SERVLET = app().with("spring.mvc.servlet.path=/mvc");

	private static final TestApp BOTH = app().with("server.servlet.context-path=/app", "spring.mvc.servlet.path=/mvc");

	@BeforeAll
	static void start() {
		Stream.of(PLAIN, CONTEXT, SERVLET, BOTH).forEach(TestApp::start);
	}

	@AfterAll
	static void close() {
		Stream.of(PLAIN, CONTEXT, SERVLET, BOTH).forEach(TestApp::close);
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenPathOfGuardedHandlerIsDisguisedThenItIsNotReached(TestApp app, String prefix) {
		for (String method : List.of("GET", "HEAD", "OPTIONS", "POST")) {
			for (String path : GUARDED) {
				RawResponse response = app.client().send(method, prefix + path);
				assertThat(response.status()).as(method + " " + prefix + path).isGreaterThanOrEqualTo(300);
				assertThat(response.body()).as(path).doesNotContain("the secret");
			}
		}
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenPublicPathIsDisguisedThenItIsNotOpened(TestApp app, String prefix) {
		for (String path : OPEN) {
			assertThat(app.get(prefix + path).status()).as(prefix + path).isIn(400, 401);
		}
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenPublicPathIsWrittenPlainlyOrEncodedThenItIsOpen(TestApp app, String prefix) {
		for (String path : List.of("/open", "/ope%6E", "/open?x=../secret", "/annotated")) {
			assertThat(app.get(prefix + path).status()).as(prefix + path).isEqualTo(200);
		}
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenLoginIsDisguisedThenItIsNotOpened(TestApp app, String prefix) {
		for (String path : LOGIN) {
			assertThat(app.client().post(prefix + path, "{}", "Content-Type: application/json").status())
				.as(prefix + path)
				.isIn(400, 401);
		}
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenLoginIsAskedWithItsOwnMethodThenItIsOpenForThatAlone(TestApp app, String prefix) {
		RawResponse answer = app.client().post(prefix + "/login", "{}", "Content-Type: application/json");
		assertThat(answer.body()).doesNotContain("Credentials are required");
		assertThat(app.get(prefix + "/login").status()).isEqualTo(401);
		assertThat(app.client().send("PUT", prefix + "/login").status()).isEqualTo(401);
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenCredentialsAreGoodThenGuardedHandlerIsReached(TestApp app, String prefix) {
		assertThat(app.getAs(TestApp.READER, prefix + "/secret").body()).contains("the secret");
		assertThat(app.getAs(TestApp.ADMIN, prefix + "/secret").status()).isEqualTo(403);
		assertThat(app.getAs(TestApp.ADMIN, prefix + "/s%65cret").status()).isEqualTo(403);
	}

	@ParameterizedTest(autoCloseArguments = false)
	@MethodSource("places")
	void whenTargetIsAbsoluteThenItsPathIsGuarded(TestApp app, String prefix) {
		String origin = "http://localhost:" + app.client().port() + prefix;
		assertThat(app.get(origin + "/secret").status()).isEqualTo(401);
		assertThat(app.get(origin + "/open/../secret").status()).isIn(400, 401);
		assertThat(app.get(origin + "/open").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%6dvc/secret", "/mv%63/secret", "/mvc;x/secret", "//mvc/secret", "/%6dvc/open",
			"/secret", "/open", "/mvcsecret", "/mvc", "/mvc/" })
	void whenServletPathIsDisguisedThenNothingOpens(String path) {
		assertThat(SERVLET.get(path).status()).as(path).isGreaterThanOrEqualTo(400);
		assertThat(SERVLET.getAs(TestApp.ADMIN, path).status()).as(path).isGreaterThanOrEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/%61pp/secret", "/ap%70/secret", "/app;x/secret", "//app/secret", "/app/../app/secret",
			"/secret", "/open", "/appsecret" })
	void whenContextPathIsDisguisedThenNothingOpens(String path) {
		assertThat(CONTEXT.get(path).status()).as(path).isGreaterThanOrEqualTo(300);
		assertThat(CONTEXT.getAs(TestApp.ADMIN, path).status()).as(path).isGreaterThanOrEqualTo(300);
	}

	@Test
	void whenTargetIsStarThenNothingIsReached() {
		assertThat(PLAIN.client().send("OPTIONS", "*").status()).isLessThan(500);
		assertThat(PLAIN.client().send("GET", "*").status()).isBetween(400, 499);
	}

	private static Stream<Arguments> places() {
		return Stream.of(Arguments.of(PLAIN, ""), Arguments.of(CONTEXT, "/app"), Arguments.of(SERVLET, "/mvc"),
				Arguments.of(BOTH, "/app/mvc"));
	}

	private static TestApp app() {
		return TestApp.serving(Handlers.class)
			.tokens()
			.with("authgate.default-authenticator=api-key", "authgate.public-paths=/open", "authgate.login.token=true",
					"authgate.users.accounts[0].username=alice",
					"authgate.users.accounts[0].password=correct-horse-battery", "logging.level.root=warn");
	}

	@RestController
	static class Handlers {

		@RequirePermission("threads:read")
		@GetMapping("/secret")
		String secret() {
			return "the secret";
		}

		@RequirePermission("threads:read")
		@PostMapping("/secret")
		String write() {
			return "the secret";
		}

		@GetMapping("/open")
		String open() {
			return "open";
		}

		@PublicAccess
		@GetMapping("/annotated")
		String annotated() {
			return "open";
		}

		@GetMapping("/{other}")
		String other() {
			return "the secret of another handler";
		}

	}

}
