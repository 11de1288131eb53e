package dev.authgate.spring.app;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties that change what callers are told.
 */
class SwitchTests {

	private static WebApplicationContextRunner application(String... properties) {
		return Slim.application(UserHandlers.class).withPropertyValues(properties);
	}

	/**
	 * C5: what is missing can be kept from callers, in the body and in the challenge.
	 */
	@Test
	void whenMissingPermissionsAreNotRevealedThenNowhere() {
		application("authgate.errors.reveal-missing-permissions=false", "authgate.jwt.secret=" + Workspace.JWT_SECRET,
				"authgate.default-authenticator=jwt")
			.run((context) -> {
				String token = context.getBean(JwtIssuer.class).issue(AuthUser.of("tina"));
				MvcTestResult answer = MockMvcTester.create(Slim.mvc(context))
					.get()
					.uri("/api/threads")
					.header("Authorization", "Bearer " + token)
					.exchange();
				assertThat(answer).hasStatus(403).hasHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\"");
				assertThat(answer).bodyText().doesNotContain("missing", "threads");
			});
	}

	/**
	 * E1: why a credential was refused can be told.
	 */
	@ParameterizedTest
	@CsvSource({ "X-API-Key, wrong, unknown", "Authorization, Bearer a.b.c, malformed",
			"Authorization, Basic x, unsupported_scheme" })
	void whenReasonIsRevealedThenInBody(String header, String value, String reason) {
		Slim.serve(
				application("authgate.errors.reveal-reason=true", "authgate.jwt.secret=" + Workspace.JWT_SECRET,
						"authgate.default-authenticator=api-key, jwt"),
				(mvc) -> assertThat(get(mvc, header, value)).hasStatus(401)
					.bodyText()
					.contains("\"reason\":\"" + reason + "\""));
	}

	/**
	 * O1: each header has its value from a property.
	 */
	@ParameterizedTest
	@CsvSource({ "frame-options, X-Frame-Options, SAMEORIGIN", "cache-control, Cache-Control, private",
			"content-type-options, X-Content-Type-Options, other" })
	void whenHeaderIsConfiguredThenItsValue(String property, String header, String value) {
		Slim.serve(application("authgate.headers." + property + "=" + value),
				(mvc) -> assertThat(get(mvc, "X-API-Key", Slim.KEY)).hasHeader(header, value));
	}

	/**
	 * O1: each header can be left out by itself.
	 */
	@ParameterizedTest
	@CsvSource({ "frame-options, X-Frame-Options, Cache-Control", "cache-control, Cache-Control, X-Frame-Options",
			"content-type-options, X-Content-Type-Options, X-Frame-Options" })
	void whenHeaderIsEmptyThenLeftOutAlone(String property, String header, String other) {
		Slim.serve(application("authgate.headers." + property + "="), (mvc) -> {
			assertThat(get(mvc, "X-API-Key", Slim.KEY)).doesNotContainHeader(header).containsHeader(other);
			assertThat(get(mvc, "X-API-Key", "wrong")).doesNotContainHeader(header).containsHeader(other);
		});
	}

	/**
	 * O1: all of them can be left out.
	 */
	@Test
	void whenHeadersAreOffThenNone() {
		Slim.serve(application("authgate.headers.enabled=false"),
				(mvc) -> assertThat(get(mvc, "X-API-Key", "wrong")).doesNotContainHeader("X-Frame-Options")
					.doesNotContainHeader("X-Content-Type-Options")
					.doesNotContainHeader("Cache-Control")
					.doesNotContainHeader("Content-Security-Policy"));
	}

	/**
	 * O1: transport security is asked for over https alone (RFC 6797 section 7.2).
	 */
	@Test
	void whenConnectionIsSecureThenTransportSecurity() {
		Slim.serve(application(), (mvc) -> {
			assertThat(MockMvcTester.create(mvc).get().uri("/api/user").secure(true))
				.hasHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
			assertThat(get(mvc, "X-API-Key", Slim.KEY)).doesNotContainHeader("Strict-Transport-Security");
		});
	}

	/**
	 * F6: keys come in the header that is configured, and in no other.
	 */
	@Test
	void whenHeaderOfKeysIsConfiguredThenThatOneAlone() {
		Slim.serve(application("authgate.api-keys.header=X-Client"), (mvc) -> {
			assertThat(get(mvc, "x-client", Slim.KEY)).hasStatus(200);
			assertThat(get(mvc, "X-API-Key", Slim.KEY)).hasStatus(401);
		});
	}

	private static MvcTestResult get(MockMvc mvc, String header, String value) {
		return MockMvcTester.create(mvc).get().uri("/api/user").header(header, value).exchange();
	}

}
