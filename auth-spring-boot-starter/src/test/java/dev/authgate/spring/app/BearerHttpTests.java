package dev.authgate.spring.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import dev.authgate.AsyncTokenValidator;
import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.TokenValidator;
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

import static org.assertj.core.api.Assertions.assertThat;

/**
 * B: bearer tokens that a validator of the application judges, over a real connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class BearerHttpTests {

	@RegisterExtension
	static final TestApp APP = TestApp.bare(UserHandlers.class, Validator.class)
		.with("authgate.permissions.threads=read", "authgate.bearer.realm=api", "authgate.errors.reveal-reason=true");

	private static Wire wire = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
	}

	/** B1, B12, B14. */
	@Test
	void whenHeaderIsMissingThenChallenged() {
		Reply reply = wire.send("GET /api/user");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("missing_credentials");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Bearer realm=\"api\"");
	}

	/** B2, B4, B8, B11, B14. */
	@ParameterizedTest
	@ValueSource(strings = { "plain_token", "something else entirely", "Bearer", "Bearer Hug\u00efnn", "Bearer a b" })
	void whenShapeIsWrongThenMalformed(String header) {
		Reply reply = bearer(header);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("malformed_credentials", "\"reason\":\"malformed\"");
		assertThat(reply.headers("WWW-Authenticate"))
			.containsExactly("Bearer realm=\"api\", error=\"invalid_request\"");
	}

	/** B3, B14. */
	@Test
	void whenSchemeIsWrongThenUnsupported() {
		Reply reply = bearer("non-bearer-scheme token");
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).contains("malformed_credentials", "\"reason\":\"unsupported_scheme\"");
	}

	/** B5, B6, B7, B15. */
	@ParameterizedTest
	@ValueSource(strings = { "Bearer Huginn", "bearer Huginn", "BEARER Huginn", "Bearer   Huginn", "  Bearer Huginn " })
	void whenTokenIsGoodThenUser(String header) {
		assertThat(bearer(header).body()).isEqualTo("{\"id\":\"Huginn\",\"data\":{},\"permissions\":[]}");
	}

	/** B9. */
	@Test
	void whenHeaderIsTwiceThenRefused() {
		Reply reply = wire.send("GET /api/user", "Authorization: Bearer Huginn", "Authorization: Bearer Huginn");
		assertThat(reply.status()).isEqualTo(401);
	}

	/** B10, O13. */
	@Test
	void whenValidatorRefusesThenItsAnswer() {
		assertThat(bearer("Bearer refuse").body()).contains("\"status\":401", "Not that one");
		assertThat(bearer("Bearer forbid").body()).contains("\"status\":403", "Never you");
		assertThat(bearer("Bearer default").body()).contains("\"status\":401", "\"detail\":\"Unauthorized\"");
	}

	/** B10. */
	@Test
	void whenValidatorFailsThenUnavailableWithoutItsText(CapturedOutput output) {
		Reply reply = bearer("Bearer fail");
		assertThat(reply.status()).isEqualTo(503);
		assertThat(reply.body() + output.getAll()).doesNotContain("canary");
	}

	/** B13. */
	@Test
	void whenHeaderIsOversizedThenNoServerError() {
		assertThat(bearer("Bearer " + "x".repeat(8_200)).status()).isIn(400, 401, 431);
	}

	/** C10, J7. */
	@Test
	void whenPermissionIsUnknownThenDroppedAndMissing() {
		assertThat(bearer("Bearer rich").body()).contains("\"permissions\":[]");
		Reply reply = wire.send("GET /api/threads", "Authorization: Bearer rich");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.headers("WWW-Authenticate"))
			.containsExactly("Bearer realm=\"api\", error=\"insufficient_scope\", scope=\"threads:read\"");
	}

	/** B10, B15. */
	@Test
	void whenValidatorAnswersLaterThenWaitedForAndBounded() {
		try (TestApp later = TestApp.bare(UserHandlers.class, Later.class)
			.with("authgate.bearer.timeout=300ms")
			.start()) {
			Wire other = Wire.to(later.port());
			assertThat(other.send("GET /api/user", "Authorization: Bearer Huginn").body()).contains("\"Huginn\"");
			assertThat(other.send("GET /api/user", "Authorization: Bearer refuse").body()).contains("Not that one");
			assertThat(List.of("never", "fail")).allSatisfy(
					(token) -> assertThat(other.send("GET /api/user", "Authorization: Bearer " + token).status())
						.isEqualTo(503));
		}
	}

	@Test
	void whenTwoValidatorsThenStartIsRefused() {
		assertThat(RefusedStart.of(Two.class)).contains("Several beans judge bearer tokens", "validator", "later");
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "authgate.bearer.timeout=0s", "authgate.bearer.timeout=61s", "authgate.bearer.realm=a\"b" })
	void whenPropertyCannotWorkThenStartIsRefused(String property) {
		assertThat(RefusedStart.of(Validator.class, property)).startsWith(property.substring(0, property.indexOf('=')));
	}

	private static Reply bearer(String header) {
		return wire.send("GET /api/user", "Authorization: " + header);
	}

	/**
	 * Judges by the token's text.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Validator {

		@Bean
		TokenValidator validator() {
			return (token) -> switch (token) {
				case "refuse" -> throw new AuthException("Not that one");
				case "forbid" -> throw AuthException.forbidden("Never you");
				case "default" -> throw new AuthException();
				case "fail" -> throw new IllegalStateException("canary " + token);
				case "rich" -> AuthUser.of("rich", "gold:dig");
				default -> AuthUser.of(token);
			};
		}

	}

	/**
	 * Judges later, or never.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Later {

		@Bean
		AsyncTokenValidator later() {
			return (token) -> switch (token) {
				case "refuse" -> CompletableFuture.supplyAsync(() -> {
					throw new CompletionException(new AuthException("Not that one"));
				});
				case "fail" -> CompletableFuture.failedFuture(new java.io.IOException("canary"));
				case "never" -> new CompletableFuture<>();
				default -> CompletableFuture.supplyAsync(() -> AuthUser.of(token));
			};
		}

	}

	/**
	 * Has one validator too many.
	 */
	@Configuration(proxyBeanMethods = false)
	@org.springframework.context.annotation.Import({ Validator.class, Later.class })
	static class Two {

	}

}
