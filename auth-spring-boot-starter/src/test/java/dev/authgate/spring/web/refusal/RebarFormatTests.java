package dev.authgate.spring.web.refusal;

import dev.authgate.spring.app.Reply;
import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.app.Wire;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * O2: {@code {"message": …, "rebar_error_code": …}}, literally.
 */
class RebarFormatTests {

	@RegisterExtension
	static final TestApp APP = FormHandlers.app("authgate.errors.format=rebar");

	private static Wire wire = Wire.to(0);

	@BeforeAll
	static void connect() {
		wire = Wire.to(APP.port());
	}

	/** F1. */
	@ParameterizedTest
	@ValueSource(strings = { "GET /any", "GET /key", "GET /jwt", "GET /basic" })
	void whenCredentialIsMissingThenNoToken(String request) {
		assertRefused(wire.send(request), 401, "No auth token provided.", "missing_auth_token");
	}

	/** F1. */
	@ParameterizedTest
	@ValueSource(strings = { "X-API-Key: wrong", "X-API-Key: one two", "Authorization: Bearer x.y.z",
			"Authorization: Basic eDp5" })
	void whenCredentialIsWrongThenInvalid(String header) {
		assertRefused(wire.send("GET /any", header), 401, "Invalid authentication.", "invalid_auth_token");
	}

	/** F24: the application's own words stay. */
	@Test
	void whenApplicationRefusesThenItsText() {
		assertRefused(wire.send("GET /throws"), 401, "Missing authorization header", "invalid_auth_token");
	}

	/** C5: what is known beside stands at the root. */
	@Test
	void whenPermissionsAreMissingThenNamed() {
		assertThat(wire.send("GET /write", FormHandlers.KEY).body())
			.isEqualTo("{\"message\":\"Insufficient permissions.\","
					+ "\"rebar_error_code\":\"insufficient_permissions\",\"missing\":[\"agents:read\",\"threads:write\"]}");
	}

	private static void assertRefused(Reply reply, int status, String text, String code) {
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.body()).isEqualTo("{\"message\":\"" + text + "\",\"rebar_error_code\":\"" + code + "\"}");
		assertThat(reply.headers("Content-Type")).containsExactly("application/json");
	}

}
