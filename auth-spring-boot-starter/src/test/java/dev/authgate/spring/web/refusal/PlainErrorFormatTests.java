package dev.authgate.spring.web.refusal;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O2: {@code {"error": …}}, literally.
 */
class PlainErrorFormatTests {

	@RegisterExtension
	static final TestApp APP = FormHandlers.app("authgate.errors.format=error");

	private static Wire wire = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
	}

	/** F15: a key that is missing, wrong or malformed is one answer. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Other: none", "X-API-Key: wrong", "X-API-Key: one two", "Authorization: Basic eDp5" })
	void whenKeyIsNotGoodThenInvalidOrMissing(String header) {
		assertRefused(wire.send("GET /key", header), 401, "Invalid or missing API key");
	}

	/** E15: absent, and of another scheme. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Other: none", "Authorization: plain_token", "Authorization: non-bearer-scheme token",
			"Authorization: something else entirely", "Authorization: Bearer" })
	void whenThereIsNoTokenThenMissing(String header) {
		assertRefused(wire.send("GET /jwt", header), 401, "Missing bearer token");
		assertRefused(wire.send("GET /bearer", header), 401, "Missing bearer token");
	}

	/** E15: tampered, malformed. */
	@ParameterizedTest
	@ValueSource(
			strings = { "Authorization: Bearer x.y.z", "Authorization: bearer rubbish", "Authorization: Bearer a b" })
	void whenTokenIsBadThenInvalidOrExpired(String header) {
		assertRefused(wire.send("GET /jwt", header), 401, "Invalid or expired token");
	}

	/** E1. */
	@Test
	void whenTokenIsExpiredThenInvalidOrExpired() {
		assertRefused(wire.send("GET /jwt", FormHandlers.expired()), 401, "Invalid or expired token");
	}

	/** The credential that was presented counts, else the first that is asked. */
	@ParameterizedTest
	@CsvSource({ "X-Other: none, Invalid or missing API key", "X-API-Key: wrong, Invalid or missing API key",
			"Authorization: Bearer x.y.z, Invalid or expired token",
			"Authorization: Basic eDp5, Invalid or missing API key" })
	void whenThereAreSeveralAuthenticatorsThenPresentedCredentialCounts(String header, String text) {
		assertRefused(wire.send("GET /any", header), 401, text);
	}

	/** G8: of credentials that are required together the first counts. */
	@Test
	void whenCredentialsAreRequiredTogetherThenFirstCounts() {
		assertRefused(wire.send("GET /all", FormHandlers.KEY), 401, "Missing bearer token");
		assertRefused(wire.send("GET /all", FormHandlers.token((claims) -> claims)), 401, "Not authenticated");
	}

	/** I1. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Other: none", "Authorization: Basic eDp5" })
	void whenPasswordIsNotGoodThenNotAuthenticated(String header) {
		Reply reply = wire.send("GET /basic", header);
		assertRefused(reply, 401, "Not authenticated");
		assertThat(reply.headers("WWW-Authenticate")).containsExactly("Basic realm=\"Restricted\", charset=\"UTF-8\"");
	}

	/** J6. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /write", "GET /admin" })
	void whenSomethingIsMissingThenInsufficient(String request) {
		assertRefused(wire.send(request, FormHandlers.KEY), 403, "Insufficient permissions");
	}

	/** K1. */
	@Test
	void whenLoginFailsThenInvalidCredentials() {
		assertRefused(wire.json("POST /login", "{\"username\":\"ada\",\"password\":\"wrong\"}"), 401,
				"Invalid credentials");
	}

	/** O13: the application's own words stay. */
	@Test
	void whenApplicationRefusesThenItsText() {
		assertRefused(wire.send("GET /throws"), 401, "Missing authorization header");
		assertRefused(wire.send("GET /busy"), 429, "Slow down");
		assertRefused(wire.send("GET /bearer", "Authorization: Bearer x"), 401, "Token is not one of ours");
	}

	private static void assertRefused(Reply reply, int status, String text) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).isEqualTo("{\"error\":\"" + text + "\"}");
		assertThat(reply.headers("Content-Type")).containsExactly("application/json");
	}

}
