package dev.authgate.spring.app;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticated;
import dev.authgate.AuthUser;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * I: user names and passwords with every request, over a real connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class BasicHttpTests {

	private static final String ACCOUNT = "authgate.users.accounts[0].";

	/** I5: stored by bcrypt. */
	@RegisterExtension
	static final TestApp APP = TestApp.bare(UserHandlers.class)
		.with(ACCOUNT + "username=ada", ACCOUNT + "password=" + Workspace.PASSWORD_HASH, ACCOUNT + "roles=reader",
				"authgate.roles.reader=threads:read", "authgate.users.accounts[1].username=bob",
				"authgate.users.accounts[1].password=cana:ry\u20ac");

	private static Wire wire = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
	}

	/** I1: roles mean permissions here as well. */
	@Test
	void whenLoginIsRightThenUser() {
		Reply reply = basic("ada:" + Workspace.PASSWORD);
		assertThat(reply.body()).isEqualTo("{\"id\":\"ada\",\"data\":{},\"permissions\":[\"threads:read\"]}");
	}

	/** I1. */
	@ParameterizedTest
	@ValueSource(strings = { "ada:wrong", "eve:" + Workspace.PASSWORD, ":", "ada:" })
	void whenLoginIsWrongThenOneAnswer(String login) {
		Reply reply = basic(login);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("invalid_credentials").doesNotContain("reason");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Basic realm=\"Restricted\", charset=\"UTF-8\"");
	}

	/** I2, H1. */
	@ParameterizedTest
	@ValueSource(strings = { "YWRhOng", "YWRhOnh=", "!!!!", "YWRh", "ada:x", "YWRhOng= x" })
	void whenBase64IsMalformedThenRefusedWithChallenge(String credentials) {
		Reply reply = wire.send("GET /api/user", "Authorization: Basic " + credentials);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("malformed_credentials");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Basic realm=\"Restricted\", charset=\"UTF-8\"");
	}

	/** I3, I4. */
	@Test
	void whenPasswordHasColonAndUnicodeThenReadAsUtf8Alone(CapturedOutput output) {
		assertThat(basic("bob:cana:ry\u20ac").status()).isEqualTo(200);
		assertThat(basic("bob:caf\u00e9", StandardCharsets.ISO_8859_1).body()).contains("malformed_credentials");
		assertThat(output.getAll()).doesNotContain("cana:ry");
	}

	/**
	 * Origin rule: what a browser sends by itself does not change anything for others.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "Origin: https://evil.example.com", "Origin: null", "Sec-Fetch-Site: cross-site",
			"Sec-Fetch-Site: same-site" })
	void whenAnotherSiteCausesChangeThenForged(String header) {
		assertThat(post(header).status()).isEqualTo(403);
		assertThat(post(header).body()).contains("\"code\":\"csrf\"");
		assertThat(wire.send("GET /api/user", login(), header).status()).isEqualTo(200);
	}

	@Test
	void whenOwnSiteCausesChangeThenTaken() {
		assertThat(post("X-Any: x").status()).isEqualTo(200);
		assertThat(post("Origin: http://localhost:" + APP.port()).status()).isEqualTo(200);
		assertThat(post("Sec-Fetch-Site: same-origin", "Origin: https://app.example.com").status()).isEqualTo(200);
		assertThat(post("Sec-Fetch-Site: none").status()).isEqualTo(200);
		assertThat(post("X-Forwarded-Host: evil.example.com", "Origin: https://evil.example.com").status())
			.isEqualTo(403);
	}

	@Test
	void whenOthersAreConfiguredThenAvailableByNameAndNoDefault() {
		try (TestApp both = TestApp.serving(UserHandlers.class, ByPassword.class)
			.with(ACCOUNT + "username=ada", ACCOUNT + "password=" + Workspace.PASSWORD_HASH)
			.start()) {
			assertThat(both.get("/api/user", login()).status()).isEqualTo(401);
			assertThat(both.get("/by-password", login()).status()).isEqualTo(200);
			assertThat(both.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
			assertThat(both.getAs(TestApp.READER, "/by-password").status()).isEqualTo(401);
		}
	}

	@Test
	void whenConfiguredBesideOthersThenDefaultMustBeNamed() {
		String account = ACCOUNT + "username=ada";
		String password = ACCOUNT + "password=" + Workspace.PASSWORD_HASH;
		assertThat(RefusedStart.of(UserHandlers.class, account, password, "authgate.basic.realm=Door"))
			.contains("Several authenticators are configured (api-key, basic)");
		assertThat(RefusedStart.of(UserHandlers.class, "authgate.basic.realm=Door")).contains("nobody can log in");
		assertThat(RefusedStart.of(UserHandlers.class, "authgate.basic.realm=a\"b")).contains("authgate.basic.realm");
		RefusedStart.starts(UserHandlers.class, account, password);
	}

	@Test
	void whenBeanIsNamedBasicThenInPlaceOfOurs() {
		try (TestApp own = TestApp.bare(UserHandlers.class, OwnBasic.class)
			.with(ACCOUNT + "username=ada", ACCOUNT + "password=" + Workspace.PASSWORD_HASH)
			.start()) {
			assertThat(own.get("/api/user").body()).contains("\"own\"");
			assertThat(own.client().post("/api/user", "", "Sec-Fetch-Site: cross-site").status()).isEqualTo(403);
		}
	}

	private static Reply post(String... headers) {
		String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = login();
		return wire.send("POST /api/user", all);
	}

	private static String login() {
		return "Authorization: Basic " + encoded("ada:" + Workspace.PASSWORD, StandardCharsets.UTF_8);
	}

	private static Reply basic(String login) {
		return basic(login, StandardCharsets.UTF_8);
	}

	private static Reply basic(String login, Charset charset) {
		return wire.send("GET /api/user", "Authorization: Basic " + encoded(login, charset));
	}

	private static String encoded(String login, Charset charset) {
		return Base64.getEncoder().encodeToString(login.getBytes(charset));
	}

	/**
	 * A handler for people with passwords.
	 */
	@RestController
	static class ByPassword {

		@Authenticated(by = "basic")
		@GetMapping("/by-password")
		AuthUser user(AuthUser user) {
			return user;
		}

	}

	/**
	 * An authenticator of the application's own, whose credential a browser sends.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnBasic {

		@Bean
		Authenticator basic() {
			return (request) -> new AuthenticationResult.Authenticated(Caller.of(AuthUser.of("own"), "basic"), true);
		}

	}

}
