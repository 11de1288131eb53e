package dev.authgate.spring.app;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static dev.authgate.spring.app.TestClient.member;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * O2, O11: a session that is not there, or not the caller's.
 */
class SessionEndpointTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"problem | {\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
					+ "\"detail\":\"There is no such thing.\",\"code\":\"not_found\"}",
			"error | {\"error\":\"There is no such thing.\"}", "detail | {\"detail\":\"There is no such thing.\"}",
			"rebar | {\"message\":\"There is no such thing.\",\"rebar_error_code\":\"not_found\"}" })
	void whenSessionIsNotThereThenTheBodyOfTheCatalogue(String format, String body) {
		try (TestApp app = TestApp.serving(UserHandlers.class)
			.tokens()
			.with(TestClient.PEOPLE)
			.with("authgate.errors.format=" + format)
			.start()) {
			TestClient client = new TestClient(app);
			String others = member(client.login("ada"), "refresh_token").substring(3, 25);
			String token = member(client.login("writer"), "token");
			for (String id : new String[] { "unknown", others, "%F0%9F%98%80" }) {
				Reply reply = client.send("DELETE /auth/sessions/" + id, token);
				assertThat(reply.status()).isEqualTo(404);
				assertThat(reply.body()).isEqualTo(body);
			}
		}
	}

}
