package dev.authgate.spring.guard.model;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials that a browser sends by itself, alone and in lists with others.
 */
class AmbientCredentialTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Ambient.class)
		.tokens()
		.with("authgate.default-authenticator=api-key,jwt");

	@Test
	void whenAmbientCredentialIsGoodThenLetThrough() {
		assertThat(APP.get("/ambient", "Cookie: who=bob").body()).contains("bob by ambient");
		assertThat(APP.client().post("/ambient", "", "Cookie: who=bob").status()).isEqualTo(200);
	}

	@Test
	void whenAmbientCredentialComesFromAnotherSiteThenUnsafeRequestIsForged() {
		RawResponse response = APP.client().post("/ambient", "", "Cookie: who=bob", "Origin: https://evil.example");
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).contains("\"csrf\"");
		assertThat(APP.client().post("/ambient", "", "Cookie: who=bob", "Sec-Fetch-Site: cross-site").status())
			.isEqualTo(403);
		assertThat(APP.get("/ambient", "Cookie: who=bob", "Sec-Fetch-Site: cross-site").status()).isEqualTo(200);
	}

	@Test
	void whenCredentialIsExplicitThenAnotherSiteMaySendIt() {
		assertThat(APP.client()
			.post("/ambient", "", "X-API-Key: " + TestApp.READER, "Sec-Fetch-Site: cross-site")
			.status()).isEqualTo(200);
	}

	@Test
	void whenExplicitCredentialIsRejectedThenAmbientOneDoesNotRescueIt() {
		for (String path : List.of("/ambient", "/ambient-last")) {
			assertThat(APP.get(path, "Cookie: who=bob", "X-API-Key: rubbish-0123456789").status()).as(path)
				.isEqualTo(401);
			assertThat(APP.get(path, "Cookie: who=bob", "Authorization: Bearer rubbish").status()).as(path)
				.isEqualTo(401);
		}
	}

	@Test
	void whenHeaderIsClaimedByNobodyThenAmbientCredentialDoesNotRescueIt() {
		assertThat(APP.get("/ambient", "Cookie: who=bob", "Authorization: Digest x").status()).isEqualTo(401);
	}

	@Test
	void whenAmbientCredentialIsRejectedThenExplicitOneSucceeds() {
		assertThat(APP.get("/ambient", "Cookie: who=nobody", "X-API-Key: " + TestApp.READER).body()).contains("reader");
	}

	@Test
	void whenAmbientAndExplicitAreGoodThenTheFirstListedIsTheCaller() {
		assertThat(APP.get("/ambient", "Cookie: who=bob", "X-API-Key: " + TestApp.READER).body()).contains("bob");
		assertThat(APP.get("/ambient-last", "Cookie: who=bob", "X-API-Key: " + TestApp.READER).body())
			.contains("reader");
	}

	@RestController
	static class Handlers {

		@Authenticated(by = { "ambient", "default" })
		@GetMapping("/ambient")
		String ambient(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "ambient", "default" })
		@PostMapping("/ambient")
		String write(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "default", "ambient" })
		@GetMapping("/ambient-last")
		String ambientLast(Caller caller) {
			return text(caller);
		}

		private static String text(Caller caller) {
			return caller.user().id() + " by " + caller.authenticator();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Ambient {

		@Bean
		Authenticator ambient() {
			return (request) -> {
				List<String> who = request.cookies("who");
				if (who.isEmpty()) {
					return AuthenticationResult.notPresent();
				}
				return who.contains("bob")
						? new AuthenticationResult.Authenticated(Caller.of(AuthUser.of("bob"), "cookie"), true)
						: new AuthenticationResult.Rejected(RejectionReason.UNKNOWN, true);
			};
		}

	}

}
