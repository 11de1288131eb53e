package dev.authgate.spring.app;

import java.util.List;

import dev.authgate.contract.session.Together;
import dev.authgate.session.Sessions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.spring.app.TestClient.member;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * F36: refresh tokens over a real connection.
 */
class RefreshHttpTests {

	@RegisterExtension
	static final TestApp app = TestApp.serving(UserHandlers.class).tokens().with(TestClient.PEOPLE);

	private static final String REFUSED = "{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
			+ "\"detail\":\"The credentials are invalid or expired.\",\"code\":\"invalid_credentials\"}";

	private final TestClient client = new TestClient(app);

	@Test
	void whenLoggedInThenTokenRefreshTokenAndLifetime() {
		Reply reply = this.client.login("ada");
		assertThat(reply.body())
			.matches("\\{\"token\":\"[\\w.-]+\",\"refresh_token\":\"rt_[A-Za-z0-9]{76}\",\"expires_in\":86400}");
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
	}

	@Test
	void whenRefreshedThenBothTokensAreGood() {
		Reply login = this.client.login("ada");
		Reply reply = this.client.refresh(member(login, "refresh_token"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.headers("Cache-Control")).containsExactly("no-store");
		assertThat(this.client.status(member(reply, "token"))).isEqualTo(200);
		assertThat(this.client.status(member(login, "token"))).isEqualTo(200);
		assertThat(this.client.refresh(member(reply, "refresh_token")).status()).isEqualTo(200);
	}

	@Test
	void whenUsedTwiceThenNothingOfTheSessionIsGoodAnyLonger() {
		String token = member(this.client.login("ada"), "refresh_token");
		Reply good = this.client.refresh(token);
		assertThat(this.client.refresh(token).body()).isEqualTo(REFUSED);
		assertThat(this.client.status(member(good, "token"))).isEqualTo(401);
		assertThat(this.client.refresh(member(good, "refresh_token")).body()).isEqualTo(REFUSED);
	}

	@Test
	void whenUsedManyTimesAtOnceThenExactlyOneSucceeds() {
		String token = member(this.client.login("ada"), "refresh_token");
		List<Integer> statuses = Together.run(50, () -> this.client.refresh(token).status());
		assertThat(statuses).containsOnly(200, 401).containsOnlyOnce(200);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "x", "rt_", "rt_0000000000000000000000000000000000000000000000000000000000000000000000000000" })
	void whenTokenIsUnknownThenTheSameAnswer(String token) {
		Reply reply = this.client.refresh(token);
		assertThat(reply.status()).isEqualTo(401);
		assertThat(reply.body()).isEqualTo(REFUSED);
		assertThat(reply.headers("WWW-Authenticate")).isEmpty();
	}

	@Test
	void whenScopeIsNarrowedThenTheTokenMayDoNoMore() {
		Reply narrow = this.client.refresh(member(this.client.login("root"), "refresh_token"), "threads:read");
		assertThat(this.client.send("GET /api/user", member(narrow, "token")).body())
			.isEqualTo("{\"id\":\"root\",\"data\":{},\"permissions\":[\"threads:read\"]}");
		Reply again = this.client.refresh(member(narrow, "refresh_token"));
		assertThat(this.client.send("GET /auth/sessions?user=ada", member(again, "token")).status()).isEqualTo(403);
	}

	@Test
	void whenScopeIsExceededThenBadRequestAndTheTokenIsStillGood() {
		String token = member(this.client.login("ada"), "refresh_token");
		for (String scope : List.of("admin:read", "threads:read admin:read", "*:*", " ", "x")) {
			assertThat(this.client.refresh(token, scope).status()).isEqualTo(400);
		}
		assertThat(this.client.refresh(token, "threads:read threads:write").status()).isEqualTo(200);
	}

	@Test
	void whenScopeIsTooLongForATokenThenBadRequestAndTheTokenIsStillGood() {
		String token = member(this.client.login("root"), "refresh_token");
		assertThat(this.client.refresh(token, "threads:" + "r".repeat(1000)).status()).isEqualTo(400);
		assertThat(this.client.refresh(token).status()).isEqualTo(200);
	}

	@Test
	void whenSentAsAFormThenAnsweredByTheStandard() {
		String token = member(this.client.login("ada"), "refresh_token");
		Reply reply = this.client.form("POST /auth/refresh",
				"grant_type=refresh_token&refresh_token=" + token + "&scope=threads%3Aread+threads:write");
		assertThat(reply.body())
			.matches("\\{\"access_token\":\"[\\w.-]+\",\"token_type\":\"Bearer\",\"expires_in\":86400,"
					+ "\"refresh_token\":\"rt_\\w+\",\"scope\":\"threads:read threads:write\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "refresh_token=x", "grant_type=password&refresh_token=x", "grant_type=refresh_token",
			"grant_type=refresh_token&refresh_token=", "grant_type=refresh_token&refresh_token=x&refresh_token=x",
			"grant_type=refresh_token&grant_type=refresh_token&refresh_token=x" })
	void whenFormIsWrongThenBadRequest(String form) {
		assertThat(this.client.form("POST /auth/refresh", form).status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "GET /auth/refresh", "PUT /auth/refresh", "POST /auth/refresh/", "POST /AUTH/refresh" })
	void whenItIsNotTheEndpointThenGuarded(String request) {
		assertThat(this.client.form(request, "x=y").status()).isEqualTo(401);
	}

	@Test
	void whenRefreshTokenIsSentAsAccessTokenThenRefused() {
		assertThat(this.client.status(member(this.client.login("ada"), "refresh_token"))).isEqualTo(401);
	}

	/** E18. */
	@Test
	void whenAllOfAUserEndsThenTokensOfBothKindsAreVoid() {
		Reply login = this.client.login("writer");
		app.bean(Sessions.class).endAll("writer", null);
		assertThat(this.client.send("GET /api/user", member(login, "token")).status()).isEqualTo(401);
		assertThat(this.client.refresh(member(login, "refresh_token")).status()).isEqualTo(401);
		assertThat(this.client.send("GET /api/user", member(this.client.login("writer"), "token")).status())
			.isEqualTo(200);
	}

	/** E18. */
	@Test
	void whenWhatAUserMayDoChangesThenOnlyTheTokenIsVoid() {
		Reply login = this.client.login("writer");
		app.bean(Sessions.class).refreshAll("writer");
		assertThat(this.client.send("GET /api/user", member(login, "token")).status()).isEqualTo(401);
		Reply next = this.client.refresh(member(login, "refresh_token"));
		assertThat(this.client.send("GET /api/user", member(next, "token")).status()).isEqualTo(200);
	}

}
