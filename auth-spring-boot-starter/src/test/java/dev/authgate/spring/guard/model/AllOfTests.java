package dev.authgate.spring.guard.model;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.RequirePermission;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.RefusedStart;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Routes that take several credentials together.
 */
class AllOfTests {

	private static final String KEY = "X-API-Key: " + TestApp.READER;

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Cookies.class)
		.tokens()
		.with("authgate.default-authenticator=all(api-key, jwt)")
		.route(0, "paths=/ruled", "authenticator=all(api-key, jwt), cookie")
		.route(1, "paths=/listed", "authenticator[0]=all(api-key, jwt)", "authenticator[1]=cookie");

	/** G8. */
	@ParameterizedTest
	@ValueSource(strings = { "/default", "/both", "/ruled", "/listed" })
	void whenAllAreGoodThenTheFirstIsTheCaller(String path) {
		assertThat(APP.get(path, KEY, bearer()).body()).isEqualTo("reader by all(api-key, jwt)");
	}

	/** G8. */
	@ParameterizedTest
	@ValueSource(strings = { "/default", "/both", "/ruled", "/listed" })
	void whenOneIsMissingThenUnauthorized(String path) {
		for (String only : new String[] { KEY, bearer() }) {
			RawResponse response = APP.get(path, only);
			assertThat(response.status()).isEqualTo(401);
			assertThat(response.body()).contains("missing_credentials");
			assertThat(response.header("WWW-Authenticate")).containsExactly("Bearer");
		}
	}

	/** G8. */
	@Test
	void whenOneIsWrongThenItIsTheError() {
		assertThat(APP.get("/both", "X-API-Key: rubbish-0123456789", bearer()).body()).contains("invalid_credentials");
		assertThat(APP.get("/both", KEY, "Authorization: Bearer a.b.c").body()).contains("invalid_credentials");
		assertThat(APP.get("/both", KEY, bearer() + "x").status()).isEqualTo(401);
		assertThat(APP.get("/both", "X-API-Key: rubbish-0123456789").body()).contains("invalid_credentials");
	}

	@Test
	void whenOrderIsOtherThenTheOtherIsTheCaller() {
		assertThat(APP.get("/token-first", KEY, bearer()).body()).isEqualTo("alice by all(jwt, api-key)");
	}

	@Test
	void whenTheFirstLacksPermissionThenTheOthersDoNotLendIt() {
		assertThat(APP.get("/writers", KEY, bearer("threads:write")).status()).isEqualTo(403);
		assertThat(APP.get("/readers", KEY, bearer()).status()).isEqualTo(200);
	}

	@Test
	void whenAlternativeIsGoodThenTheGroupIsNotNeeded() {
		assertThat(APP.get("/ruled", "Cookie: who=bob").body()).isEqualTo("bob by cookie");
		assertThat(APP.get("/ruled", KEY, "Cookie: who=bob").body()).isEqualTo("bob by cookie");
		assertThat(APP.get("/ruled", "X-API-Key: rubbish-0123456789", "Cookie: who=bob").status()).isEqualTo(401);
	}

	@Test
	void whenOneOfAllIsExplicitThenAnotherSiteCannotForgeIt() {
		assertThat(APP.client().post("/mixed", "", KEY, "Cookie: who=bob", "Sec-Fetch-Site: cross-site").status())
			.isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "all()", "all(api-key)", "all(api-key, api-key)", "all(default, jwt)", "all(api-key, jwt",
			"all(all(api-key, jwt), jwt)", "api-key jwt", "api-key,,jwt", "api-key,", ",", "all(api-key,)",
			"all(api-key, jwt) jwt" })
	void whenListCannotBeReadThenRefused(String list) {
		assertThat(RefusedStart.of(Plain.class, "authgate.jwt.secret=" + TestApp.SECRET,
				"authgate.default-authenticator=api-key", "authgate.routes[0].paths=/x",
				"authgate.routes[0].authenticator[0]=" + list))
			.contains("authgate.routes[0]", "authenticators");
	}

	@Test
	void whenGroupNamesUnknownThenRefused() {
		assertThat(RefusedStart.of(Plain.class, "authgate.routes[0].paths=/x",
				"authgate.routes[0].authenticator=all(api-key, nobody)"))
			.contains("There is no authenticator 'nobody'", "authgate.routes[0]");
	}

	private static String bearer(String... permissions) {
		return "Authorization: Bearer " + APP.bean(JwtIssuer.class).issue(AuthUser.of("alice", permissions));
	}

	@RestController
	static class Handlers {

		@GetMapping({ "/default", "/ruled", "/listed" })
		String byDefault(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = "all(api-key, jwt)")
		@GetMapping("/both")
		String both(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = "all(jwt, api-key)")
		@GetMapping("/token-first")
		String tokenFirst(Caller caller) {
			return text(caller);
		}

		@RequirePermission("threads:write")
		@GetMapping("/writers")
		String writers(Caller caller) {
			return text(caller);
		}

		@RequirePermission("threads:read")
		@GetMapping("/readers")
		String readers(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = "all(cookie, api-key)")
		@PostMapping("/mixed")
		String mixed(Caller caller) {
			return text(caller);
		}

		private static String text(Caller caller) {
			return caller.user().id() + " by " + caller.authenticator();
		}

	}

	@RestController
	static class Plain {

		@GetMapping("/x")
		String get() {
			return "x";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Cookies {

		@Bean
		Authenticator cookie() {
			return (request) -> {
				var names = request.cookies("who");
				return names.isEmpty() ? AuthenticationResult.notPresent()
						: new AuthenticationResult.Authenticated(Caller.of(AuthUser.of(names.get(0)), "cookie"), true);
			};
		}

	}

}
