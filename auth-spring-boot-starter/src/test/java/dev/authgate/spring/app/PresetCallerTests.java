package dev.authgate.spring.app;

import java.util.Optional;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.web.caller.CallerAuthentication;
import dev.authgate.spring.web.caller.Callers;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.servlet.http.HttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

/**
 * A preset caller counts where the authenticator that it names is asked.
 */
@SpringBootTest(classes = PresetCallerTests.Application.class,
		properties = { "authgate.api-keys.keys[0].key=" + Slim.KEY, "authgate.jwt.secret=" + TestApp.SECRET,
				"authgate.default-authenticator=api-key, jwt", "authgate.report.enabled=false" })
@AutoConfigureMockMvc
class PresetCallerTests {

	@Autowired
	private MockMvcTester mvc;

	/**
	 * Who names no authenticator is accepted by each guard.
	 */
	@Test
	void whenNoAuthenticatorIsNamedThenCounts() {
		assertThat(get("/test/token", Callers.FOREIGN)).hasStatus(200).bodyText().isEqualTo("ann");
		assertThat(get("/test/optional", Callers.FOREIGN)).bodyText().isEqualTo("ann ann");
		assertThat(get("/test/public", Callers.FOREIGN)).bodyText().isEqualTo("ann ann");
	}

	/**
	 * The name is one of the guard's.
	 */
	@Test
	void whenGuardAsksTheAuthenticatorThenCounts() {
		assertThat(get("/test/token", "jwt")).hasStatus(200).bodyText().isEqualTo("ann");
		assertThat(get("/test/optional", "api-key")).bodyText().isEqualTo("ann ann");
	}

	/**
	 * G2: a credential that the route does not read is no credential.
	 */
	@Test
	void whenGuardDoesNotAskTheAuthenticatorThenUnauthorized() {
		MvcTestResult refused = get("/test/token", "api-key");
		assertThat(refused).hasStatus(401).bodyText().contains("missing_credentials");
		assertThat(refused).hasHeader("WWW-Authenticate", "Bearer");
		assertThat(get("/test/user", "elsewhere")).hasStatus(401);
	}

	/**
	 * Permissions are judged after the authenticator, with its challenge.
	 */
	@Test
	void whenPermissionIsMissingThenForbiddenAsByThatAuthenticator() {
		assertThat(get("/test/files", "jwt")).hasStatus(403)
			.hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"files:read\"");
		assertThat(get("/test/files", "api-key")).hasStatus(403);
		assertThat(get("/test/files", "elsewhere")).hasStatus(401).bodyText().doesNotContain("files:read");
	}

	/**
	 * Nobody is asked on a public route, and not everybody on an optional one: the
	 * handler sees nobody, by none of its means.
	 */
	@Test
	void whenAuthenticatorIsNotAskedThenAnonymous() {
		assertThat(get("/test/public", "jwt")).hasStatus(200).bodyText().isEqualTo("nobody null");
		assertThat(get("/test/optional", "elsewhere")).hasStatus(200).bodyText().isEqualTo("nobody null");
	}

	/**
	 * Where several credentials are required together, one of them is none.
	 */
	@Test
	void whenGuardAsksForAllThenOneOfThemIsMissing() {
		assertThat(get("/test/both", "jwt")).hasStatus(401).bodyText().contains("missing_credentials");
		assertThat(get("/test/both", "api-key")).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer");
		assertThat(get("/test/both", "all(jwt, api-key)")).hasStatus(401);
	}

	/**
	 * The whole counts by its own name, and only where it is asked.
	 */
	@Test
	void whenAllAreNamedTogetherThenCounts() {
		assertThat(get("/test/both", "all(api-key, jwt)")).hasStatus(200).bodyText().isEqualTo("ann");
		assertThat(get("/test/both", Callers.FOREIGN)).hasStatus(200);
		assertThat(get("/test/token", "all(api-key, jwt)")).hasStatus(401);
	}

	private MvcTestResult get(String path, String authenticator) {
		Caller caller = Caller.of(AuthUser.of("ann", "threads:read"), authenticator);
		return this.mvc.get().uri(path).with(authentication(new CallerAuthentication(caller))).exchange();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

	@RestController
	static class Handlers {

		@GetMapping("/test/user")
		String user(AuthUser user) {
			return user.id();
		}

		@Authenticated(by = "jwt")
		@GetMapping("/test/token")
		String token(AuthUser user) {
			return user.id();
		}

		@Authenticated(by = "all(api-key, jwt)")
		@GetMapping("/test/both")
		String both(AuthUser user) {
			return user.id();
		}

		@RequirePermission("files:read")
		@GetMapping("/test/files")
		String files() {
			return "files";
		}

		@OptionalAuthentication
		@GetMapping("/test/optional")
		String optional(Optional<AuthUser> user, HttpServletRequest request) {
			return user.map(AuthUser::id).orElse("nobody") + " " + request.getRemoteUser();
		}

		@PublicAccess
		@GetMapping("/test/public")
		String open(Optional<AuthUser> user, HttpServletRequest request) {
			return user.map(AuthUser::id).orElse("nobody") + " " + request.getRemoteUser();
		}

	}

}
