package dev.authgate.spring.guard.model;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthException;
import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.Authenticated;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.RequirePermission;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Routes with lists of authenticators.
 */
@ExtendWith(OutputCaptureExtension.class)
class AuthenticatorListTests {

	private static final String PARTNER = "partner-key-0123456789";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Authenticators.class)
		.tokens()
		.with("authgate.default-authenticator=api-key,jwt")
		.route(0, "paths=/ruled", "authenticator=partner,default");

	/** G1, G5. */
	@Test
	void whenDefaultHasTwoThenEitherWorks() {
		assertThat(APP.getAs(TestApp.READER, "/default").body()).contains("reader by api-key");
		assertThat(APP.get("/default", bearer()).body()).contains("alice by jwt");
	}

	@Test
	void whenBothCredentialsAreGoodThenTheFirstListedIsTheCaller() {
		assertThat(APP.get("/default", bearer(), "X-API-Key: " + TestApp.READER).body()).contains("reader");
		assertThat(APP.get("/token-first", bearer(), "X-API-Key: " + TestApp.READER).body()).contains("alice");
	}

	@Test
	void whenFirstCallerLacksPermissionThenSecondIsNotMixedIn() {
		String token = APP.bean(JwtIssuer.class).issue(AuthUser.of("alice", "threads:read"));
		assertThat(APP.get("/permission", "Authorization: Bearer " + token, "X-API-Key: " + TestApp.ADMIN).status())
			.isEqualTo(403);
	}

	/** G2. */
	@Test
	void whenHandlerOverridesThenOnlyItsOwnWorks() {
		assertThat(APP.get("/partner", "X-Partner-Key: " + PARTNER).body()).contains("partner by partner");
		assertThat(APP.getAs(TestApp.READER, "/partner").status()).isEqualTo(401);
		assertThat(APP.get("/partner", bearer()).status()).isEqualTo(401);
	}

	@Test
	void whenKeyOfAnotherHeaderIsSentThenItIsUnknown() {
		assertThat(APP.getAs(PARTNER, "/default").status()).isEqualTo(401);
		assertThat(APP.get("/partner", "X-Partner-Key: " + TestApp.READER).status()).isEqualTo(401);
		assertThat(APP.get("/default", "X-Partner-Key: " + PARTNER).status()).isEqualTo(401);
	}

	/** G4. */
	@Test
	void whenListExtendsDefaultThenAllWork() {
		for (String path : List.of("/extended", "/ruled")) {
			assertThat(APP.get(path, "X-Partner-Key: " + PARTNER).status()).as(path).isEqualTo(200);
			assertThat(APP.getAs(TestApp.READER, path).status()).as(path).isEqualTo(200);
			assertThat(APP.get(path, bearer()).status()).as(path).isEqualTo(200);
		}
	}

	/** G7. */
	@Test
	void whenFirstIsMissingAndSecondIsWrongThenTheWrongOneIsTheError() {
		RawResponse response = APP.get("/default", "Authorization: Bearer rubbish");
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.body()).doesNotContain("missing_credentials");
	}

	@Test
	void whenNothingIsSentThenMissing() {
		RawResponse response = APP.get("/default");
		assertThat(response.body()).contains("missing_credentials");
		assertThat(response.header("WWW-Authenticate")).hasSize(1);
	}

	@Test
	void whenRouteTakesKeysOnlyThenThereIsNoChallenge() {
		assertThat(APP.get("/partner").header("WWW-Authenticate")).isEmpty();
	}

	@Test
	void whenOneIsWrongAndAnotherIsGoodThenLetThrough() {
		assertThat(APP.get("/default", bearer(), "X-API-Key: rubbish-0123456789").body()).contains("alice");
		assertThat(APP.get("/default", "Authorization: Bearer rubbish", "X-API-Key: " + TestApp.READER).body())
			.contains("reader");
	}

	@Test
	void whenHeaderIsClaimedByNobodyThenItCountsAsRejected() {
		assertThat(APP.get("/default", "Authorization: Basic YTpi").body()).contains("malformed_credentials");
		assertThat(APP.get("/partner", "Authorization: Digest x").body()).contains("malformed_credentials");
		assertThat(APP.get("/default", "Authorization: Basic YTpi", "X-API-Key: " + TestApp.READER).status())
			.isEqualTo(200);
	}

	@Test
	void whenAuthenticatorIsALambdaThenItIsNamedByItsBean() {
		assertThat(APP.get("/lambda", "X-Lambda: ok").body()).contains("lambda by header-lambda");
		assertThat(APP.get("/lambda", "X-Lambda: no").body()).contains("invalid_credentials");
		assertThat(APP.get("/lambda").body()).contains("missing_credentials");
	}

	@Test
	void whenCustomAuthenticatorSetsRolesThenTheyCount() {
		assertThat(APP.get("/lambda/role", "X-Lambda: ok").status()).isEqualTo(200);
	}

	/** G6. */
	@Test
	void whenFirstForbidsThenLaterSucceeds() {
		assertThat(APP.getAs(TestApp.READER, "/forbidding").body()).contains("reader by api-key");
	}

	@Test
	void whenFirstForbidsAndNobodySucceedsThenItsStatusAndMessageAreTheAnswer() {
		RawResponse response = APP.get("/forbidding");
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).contains("Blocked by policy");
		assertThat(APP.getAs("rubbish-0123456789", "/forbidding").status()).isEqualTo(403);
	}

	/** G14. */
	@Test
	void whenAuthenticatorFailsThenUnavailableAndNobodyElseIsAsked(CapturedOutput output) {
		int before = APP.bean(AtomicInteger.class).get();
		RawResponse response = APP.getAs(TestApp.READER, "/failing");
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.header("Retry-After")).isNotEmpty();
		assertThat(response.body()).contains("unavailable").doesNotContain("canary");
		assertThat(APP.bean(AtomicInteger.class).get()).isEqualTo(before);
		assertThat(output.getAll()).doesNotContain("canary");
	}

	/** G14. */
	@Test
	void whenAuthenticatorFailsAgainThenItIsNotLoggedAgain(CapturedOutput output) {
		APP.get("/failing");
		APP.get("/failing");
		assertThat(output.getAll().split("The authenticator 'failing' failed", -1)).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void whenFailingAuthenticatorComesAfterSuccessThenItIsNotAsked() {
		assertThat(APP.getAs(TestApp.READER, "/failing-last").status()).isEqualTo(200);
		assertThat(APP.get("/failing-last").status()).isEqualTo(503);
	}

	private static String bearer() {
		return "Authorization: Bearer " + APP.bean(JwtIssuer.class).issue(AuthUser.of("alice"));
	}

	@RestController
	static class Handlers {

		@GetMapping({ "/default", "/ruled" })
		String byDefault(Caller caller) {
			return text(caller);
		}

		@RequirePermission("threads:read")
		@GetMapping("/permission")
		String permission(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "jwt", "api-key" })
		@GetMapping("/token-first")
		String tokenFirst(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = "partner")
		@GetMapping("/partner")
		String partner(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "partner", "default" })
		@GetMapping("/extended")
		String extended(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = "header-lambda")
		@GetMapping("/lambda")
		String lambda(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = "header-lambda")
		@dev.authgate.RequireRole("admin")
		@GetMapping("/lambda/role")
		String lambdaRole(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "forbidding", "api-key" })
		@GetMapping("/forbidding")
		String forbidding(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "failing", "counting", "default" })
		@GetMapping("/failing")
		String failing(Caller caller) {
			return text(caller);
		}

		@Authenticated(by = { "api-key", "failing" })
		@GetMapping("/failing-last")
		String failingLast(Caller caller) {
			return text(caller);
		}

		private static String text(Caller caller) {
			return caller.user().id() + " by " + caller.authenticator();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Authenticators {

		@Bean
		ApiKeyAuthenticator partnerKeys() {
			InMemoryApiKeyStore store = new InMemoryApiKeyStore();
			store.register(ApiKey.of(PARTNER, "partner"));
			return ApiKeyAuthenticator.builder(store).name("partner").header("X-Partner-Key").build();
		}

		@Bean("header-lambda")
		Authenticator headerLambda() {
			return (request) -> byHeader(request, "X-Lambda", "lambda");
		}

		@Bean
		Authenticator forbidding() {
			return (request) -> {
				throw AuthException.forbidden("Blocked by policy");
			};
		}

		@Bean
		Authenticator failing() {
			return (request) -> {
				throw new IllegalStateException("canary");
			};
		}

		@Bean
		AtomicInteger asked() {
			return new AtomicInteger();
		}

		@Bean
		Authenticator counting(AtomicInteger asked) {
			return (request) -> {
				asked.incrementAndGet();
				return AuthenticationResult.notPresent();
			};
		}

		private static AuthenticationResult byHeader(AuthRequest request, String header, String id) {
			List<String> values = request.headers(header);
			if (values.isEmpty()) {
				return AuthenticationResult.notPresent();
			}
			return values.contains("ok")
					? AuthenticationResult
						.authenticated(Caller.of(AuthUser.of(id), "unnamed").withRoles(java.util.Set.of("admin")))
					: AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		}

	}

}
