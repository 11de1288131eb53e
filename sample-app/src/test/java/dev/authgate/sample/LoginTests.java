package dev.authgate.sample;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import com.jayway.jsonpath.JsonPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How people get tokens: K1.
 */
@WorkspaceTest
class LoginTests {

	private final TestClients clients;

	LoginTests(TestClients clients) {
		this.clients = clients;
	}

	/** K1. */
	@Test
	void whenPasswordIsRightThenToken() {
		HttpResponse<String> response = login("alice", TestClients.ALICE_PASSWORD);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body())
			.matches("\\{\"token\":\"[\\w-]+\\.[\\w-]+\\.[\\w-]+\",\"refresh_token\":\"rt_\\w+\",.+}");
	}

	/** K1, E14. */
	@Test
	void whenTokenIsIssuedThenItNamesUserAndRoleForOneDay() {
		String claims = claimsOf(this.clients.tokenOf("alice", TestClients.ALICE_PASSWORD));
		int issued = JsonPath.read(claims, "$.iat");
		assertThat(JsonPath.<String>read(claims, "$.sub")).isEqualTo("alice");
		assertThat(JsonPath.<String>read(claims, "$.role")).isEqualTo("admin");
		assertThat(JsonPath.<Integer>read(claims, "$.exp")).isEqualTo(issued + 24 * 60 * 60);
	}

	/** K1. */
	@Test
	void whenPasswordIsWrongThenUnauthorized() {
		HttpResponse<String> response = login("alice", TestClients.BOB_PASSWORD);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("invalid_credentials").doesNotContain("token");
	}

	@Test
	void whenUserIsUnknownThenAnswerIsThatOfAWrongPassword() {
		assertThat(login("carol", "wrong").body()).isEqualTo(login("alice", "wrong").body());
	}

	@Test
	void whenUserIsNoPersonThenNoToken() {
		assertThat(login("client_1", TestClients.CLIENT_1_KEY).statusCode()).isEqualTo(401);
	}

	/** K15. */
	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "{}", "null", "{\"username\": \"alice\"}",
			"{\"username\": \"alice\", \"password\": null}", "{\"username\": [\"alice\"], \"password\": {}}" })
	void whenBodyIsMalformedThenBadRequest(String body) {
		assertThat(this.clients.anonymous().post("/login", body).statusCode()).isEqualTo(400);
	}

	/** K15. */
	@Test
	void whenBodyIsNoJsonThenClientError() {
		Client form = this.clients.anonymous().with("Content-Type", "text/plain");
		assertThat(form.send("POST", "/login", "alice").statusCode()).isBetween(400, 499);
	}

	/** E15. */
	@Test
	void whenTokenIsAlteredThenUnauthorized() {
		String token = this.clients.tokenOf("alice", TestClients.ALICE_PASSWORD);
		String other = this.clients.tokenOf("bob", TestClients.BOB_PASSWORD);
		String mixed = token.substring(0, token.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
		assertThat(this.clients.withToken(mixed).get("/me").statusCode()).isEqualTo(401);
	}

	private HttpResponse<String> login(String username, String password) {
		return this.clients.anonymous().post("/login", TestClients.credentials(username, password));
	}

	private static String claimsOf(String token) {
		return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
	}

}
