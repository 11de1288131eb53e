package dev.authgate.spring.guard;

import java.util.Optional;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Authenticator;
import dev.authgate.OptionalAuthentication;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Optional access, strict and lenient.
 */
class LenientAccessTests {

	private static final String WRONG = "X-API-Key: rubbish-0123456789";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Troubled.class)
		.tokens()
		.with("authgate.default-authenticator=api-key, jwt")
		.route(0, "paths=/ruled", "access=optional-lenient");

	/** H1, H2. */
	@ParameterizedTest
	@ValueSource(strings = { "/strict", "/lenient", "/ruled" })
	void whenNothingOrGoodIsSentThenAnonymousOrKnown(String path) {
		assertThat(APP.get(path).body()).isEqualTo("nobody");
		assertThat(APP.getAs(TestApp.READER, path).body()).isEqualTo("reader");
	}

	/** H3. */
	@Test
	void whenStrictAndWrongThenUnauthorized() {
		assertThat(APP.get("/strict", WRONG).status()).isEqualTo(401);
		RawResponse token = APP.get("/strict", "Authorization: Bearer a.b.c");
		assertThat(token.status()).isEqualTo(401);
		assertThat(token.header("WWW-Authenticate")).hasSize(1);
		assertThat(APP.get("/strict", "Authorization: Basic !!").status()).isEqualTo(401);
		assertThat(APP.get("/strict", "Authorization: Digest x").status()).isEqualTo(401);
	}

	/** H5. */
	@ParameterizedTest
	@ValueSource(strings = { "/lenient", "/ruled" })
	void whenLenientAndWrongThenAnonymous(String path) {
		for (String header : new String[] { WRONG, "X-API-Key: ", "Authorization: Bearer a.b.c",
				"Authorization: Basic !!", "Authorization: Digest x", "Authorization: Bearer" }) {
			assertThat(APP.get(path, header).body()).as(header).isEqualTo("nobody");
		}
	}

	/** H4. */
	@Test
	void whenLenientAndPermissionLacksThenForbiddenButAnonymousPasses() {
		assertThat(APP.get("/lenient/writers").body()).isEqualTo("nobody");
		assertThat(APP.get("/lenient/writers", WRONG).body()).isEqualTo("nobody");
		assertThat(APP.getAs(TestApp.READER, "/lenient/writers").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.WRITER, "/lenient/writers").status()).isEqualTo(200);
	}

	@Test
	void whenLenientAndNobodyCanJudgeThenUnavailable() {
		assertThat(APP.get("/lenient/failing").status()).isEqualTo(503);
	}

	@Test
	void whenLenientAndCallerIsKeptOutThenForbidden() {
		assertThat(APP.get("/lenient/forbidding").status()).isEqualTo(403);
	}

	@RestController
	static class Handlers {

		@OptionalAuthentication
		@GetMapping("/strict")
		String strict(Optional<AuthUser> user) {
			return id(user);
		}

		@OptionalAuthentication(lenient = true)
		@GetMapping("/lenient")
		String lenient(Optional<AuthUser> user) {
			return id(user);
		}

		@GetMapping("/ruled")
		String ruled(Optional<AuthUser> user) {
			return id(user);
		}

		@OptionalAuthentication(lenient = true)
		@RequirePermission("threads:write")
		@GetMapping("/lenient/writers")
		String writers(Optional<AuthUser> user) {
			return id(user);
		}

		@OptionalAuthentication(lenient = true)
		@Authenticated(by = "failing")
		@GetMapping("/lenient/failing")
		String failing() {
			return "never";
		}

		@OptionalAuthentication(lenient = true)
		@Authenticated(by = "forbidding")
		@GetMapping("/lenient/forbidding")
		String forbidding() {
			return "never";
		}

		private static String id(Optional<AuthUser> user) {
			return user.map(AuthUser::id).orElse("nobody");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Troubled {

		@Bean
		Authenticator failing() {
			return (request) -> {
				throw new IllegalStateException("canary");
			};
		}

		@Bean
		Authenticator forbidding() {
			return (request) -> {
				throw AuthException.forbidden("Kept out");
			};
		}

	}

}
