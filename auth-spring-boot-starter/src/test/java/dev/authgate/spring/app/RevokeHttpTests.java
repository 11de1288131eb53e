package dev.authgate.spring.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.Date;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.revocation.Revocations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.authgate.spring.app.TestClient.member;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tokens that are taken back, judged, and listed by their sessions, over a real
 * connection.
 */
class RevokeHttpTests {

	private static final String INTROSPECTOR = "introspector-key-012345";

	@RegisterExtension
	static final TestApp app = TestApp.serving(UserHandlers.class)
		.key(3, INTROSPECTOR, "gateway", "tokens:introspect")
		.with("authgate.jwt.secret=" + Workspace.JWT_SECRET)
		.with(TestClient.PEOPLE);

	private final TestClient client = new TestClient(app);

	/** E17. */
	@Test
	void whenAccessTokenIsRevokedThenItAloneIsVoid() {
		Reply login = this.client.login("ada");
		Reply other = this.client.refresh(member(login, "refresh_token"));
		Reply reply = this.client.revoke(member(login, "token"));
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.body()).isEmpty();
		assertThat(this.client.status(member(login, "token"))).isEqualTo(401);
		assertThat(this.client.status(member(other, "token"))).isEqualTo(200);
	}

	/** E17. */
	@Test
	void whenRevokedTokenIsSentThenTheAnswerIsThatOfAnyBadToken() {
		String token = member(this.client.login("ada"), "token");
		this.client.revoke(token);
		assertThat(this.client.send("GET /api/threads", token).body())
			.isEqualTo(this.client.send("GET /api/threads", token + "x").body());
	}

	/** K14. */
	@Test
	void whenRefreshTokenIsRevokedThenAllOfItsSessionIsVoid() {
		Reply login = this.client.login("ada");
		Reply other = this.client.login("ada");
		assertThat(this.client.revoke(member(login, "refresh_token")).status()).isEqualTo(200);
		assertThat(this.client.status(member(login, "token"))).isEqualTo(401);
		assertThat(this.client.refresh(member(login, "refresh_token")).status()).isEqualTo(401);
		assertThat(this.client.status(member(other, "token"))).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x", "rt_x", "e30.e30.e30", "%00", "%F0%9F%98%80" })
	void whenTokenIsUnknownThenOkAllTheSame(String token) {
		assertThat(this.client.revoke(token).status()).isEqualTo(200);
		assertThat(this.client.form("POST /auth/revoke", "token_type_hint=zzz&token=" + token).status()).isEqualTo(200);
	}

	@Test
	void whenManyAreUnknownThenTheAddressHasToWaitAndGoodOnesCostNothing() {
		try (TestApp limited = TestApp.serving(UserHandlers.class)
			.with("authgate.jwt.secret=" + Workspace.JWT_SECRET)
			.with(Arrays.stream(TestClient.PEOPLE).filter((set) -> !set.contains("throttle")).toArray(String[]::new))
			.with("authgate.users.throttle.refresh=3/15m")
			.start()) {
			TestClient stranger = new TestClient(limited);
			for (int i = 0; i < 3; i++) {
				assertThat(stranger.revoke(member(stranger.login("ada"), "refresh_token")).status()).isEqualTo(200);
				assertThat(stranger.revoke("x").status()).isEqualTo(200);
			}
			assertThat(stranger.revoke("x").status()).isEqualTo(429);
			assertThat(stranger.refresh("x").status()).isEqualTo(401);
		}
	}

	@Test
	void whenTokensOfOneSessionAreRevokedInALoopThenTheSessionEnds() {
		Reply last = this.client.login("ada");
		for (int i = 0; i < 20; i++) {
			this.client.revoke(member(last, "token"));
			last = this.client.refresh(member(last, "refresh_token"));
			assertThat(last.status()).isEqualTo(200);
		}
		this.client.revoke(member(last, "token"));
		assertThat(this.client.status(member(last, "token"))).isEqualTo(401);
		assertThat(this.client.refresh(member(last, "refresh_token")).status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "token=", "toke=x", "token=x&token=y", "token=%zz", "token=x%ff", "a=1&a=2&token=x" })
	void whenTokenIsMissingThenBadRequest(String form) {
		assertThat(this.client.form("POST /auth/revoke", form).status()).isEqualTo(400);
		assertThat(introspect(form).status()).isEqualTo(400);
	}

	@Test
	void whenTokenIsGoodThenIntrospectedWithWhatItSays() {
		String token = member(this.client.login("ada"), "token");
		assertThat(introspect("token=" + token).body()).matches("\\{\"active\":true,\"sub\":\"ada\",\"scope\":"
				+ "\"threads:read threads:write\",\"token_type\":\"Bearer\",\"exp\":\\d+,\"iat\":\\d+,\"jti\":\"[\\w-]+\"}");
	}

	@Test
	void whenTokenIsNotGoodThenInactiveAndNothingElse() {
		Reply login = this.client.login("ada");
		this.client.revoke(member(login, "token"));
		for (String token : new String[] { member(login, "token"), member(login, "refresh_token"), "x", "%00",
				"e30.e30.e30", TestTokens.with((claims) -> claims.expirationTime(new Date(0))) }) {
			Reply reply = introspect("token=" + token);
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.body()).isEqualTo("{\"active\":false}");
		}
	}

	@Test
	void whenClientIsNotTrustedThenItMayNotIntrospect() {
		Reply reply = this.client.form("POST /auth/introspect", "token=x", "X-API-Key: " + TestApp.READER);
		assertThat(reply.status()).isEqualTo(403);
		assertThat(this.client.form("POST /auth/introspect", "token=x").status()).isEqualTo(401);
	}

	@Test
	void whenSessionsAreListedThenOwnOnesWithTheCurrentMarked() {
		this.client.send("DELETE /auth/sessions", member(this.client.login("writer"), "token"));
		String token = member(this.client.login("writer"), "token");
		this.client.login("writer");
		String body = this.client.send("GET /auth/sessions", token).body();
		assertThat(body)
			.matches("\\[\\{\"id\":\"\\w{22}\",\"kind\":\"client\",\"address\":\"127.0.0.1\",\"agent\":\"phone\","
					+ "\"created_at\":\"[^\"]+\",\"last_used_at\":\"[^\"]+\",\"expires_at\":\"[^\"]+\",\"current\":false},"
					+ "\\{.*\"current\":true}]");
	}

	@Test
	void whenSessionIsEndedThenItsTokensAreVoid() {
		Reply login = this.client.login("ada");
		String id = sessionId(login);
		Reply other = this.client.login("ada");
		assertThat(this.client.send("DELETE /auth/sessions/" + id, member(other, "token")).status()).isEqualTo(204);
		assertThat(this.client.status(member(login, "token"))).isEqualTo(401);
		assertThat(this.client.send("DELETE /auth/sessions/" + id, member(other, "token")).status()).isEqualTo(404);
	}

	/** O11. */
	@Test
	void whenSessionIsSomebodyElsesThenNotFoundUnlessAdministrator() {
		Reply login = this.client.login("ada");
		String id = sessionId(login);
		String writer = member(this.client.login("writer"), "token");
		assertThat(this.client.send("DELETE /auth/sessions/" + id, writer).status()).isEqualTo(404);
		assertThat(this.client.send("DELETE /auth/sessions/unknown", writer).status()).isEqualTo(404);
		assertThat(this.client.status(member(login, "token"))).isEqualTo(200);
		String root = member(this.client.login("root"), "token");
		assertThat(this.client.send("DELETE /auth/sessions/" + id, root).status()).isEqualTo(204);
		assertThat(this.client.status(member(login, "token"))).isEqualTo(401);
	}

	@Test
	void whenSessionsOfOthersAreAskedThenForAdministratorsAlone() {
		String ada = member(this.client.login("ada"), "token");
		assertThat(this.client.send("GET /auth/sessions?user=root", ada).status()).isEqualTo(403);
		assertThat(this.client.send("GET /auth/sessions?user=ada", ada).status()).isEqualTo(200);
		String root = member(this.client.login("root"), "token");
		assertThat(this.client.send("GET /auth/sessions?user=ada", root).body()).contains("\"current\":false");
	}

	@Test
	void whenLoggedOutEverywhereThenAllOwnTokensAreVoid() {
		Reply one = this.client.login("ada");
		Reply other = this.client.login("ada");
		Reply root = this.client.login("root");
		assertThat(this.client.send("DELETE /auth/sessions", member(one, "token")).status()).isEqualTo(204);
		assertThat(this.client.status(member(one, "token"))).isEqualTo(401);
		assertThat(this.client.status(member(other, "token"))).isEqualTo(401);
		assertThat(this.client.refresh(member(other, "refresh_token")).status()).isEqualTo(401);
		assertThat(this.client.status(member(root, "token"))).isEqualTo(200);
	}

	@Test
	void whenApplicationHasTheNameOfAUserThenItHasNoneOfItsSessions() {
		Reply login = this.client.login("writer");
		assertThat(this.client.sendAs(TestApp.WRITER, "GET /auth/sessions").body()).isEqualTo("[]");
		assertThat(this.client.sendAs(TestApp.WRITER, "DELETE /auth/sessions").status()).isEqualTo(204);
		assertThat(this.client.sendAs(TestApp.WRITER, "DELETE /auth/sessions/" + sessionId(login)).status())
			.isEqualTo(404);
		assertThat(this.client.send("GET /api/user", member(login, "token")).status()).isEqualTo(200);
	}

	@Test
	void whenNobodyIsLoggedInThenSessionsAreGuarded() {
		assertThat(this.client.form("GET /auth/sessions", "").status()).isEqualTo(401);
		assertThat(this.client.form("DELETE /auth/sessions", "").status()).isEqualTo(401);
		assertThat(this.client.form("DELETE /auth/sessions/x", "").status()).isEqualTo(401);
	}

	/** E18: what application code issued is void with its user as well. */
	@Test
	void whenUserIsRevokedByCodeThenTokensByCodeAreVoid() {
		String token = app.bean(JwtIssuer.class).issue(AuthUser.of("device-1", "threads:read"));
		assertThat(this.client.status(token)).isEqualTo(200);
		app.bean(Revocations.class).revokeUser("device-1");
		assertThat(this.client.status(token)).isEqualTo(401);
		String next = app.bean(JwtIssuer.class).issue(AuthUser.of("device-1", "threads:read"));
		assertThat(this.client.status(next)).isEqualTo(200);
	}

	/** E18: a token that names no epoch counts by the time of its issue. */
	@Test
	void whenTokenNamesNoEpochThenItsTimeCounts() {
		app.bean(Revocations.class).revokeUser("device-2");
		Instant now = Instant.now();
		assertThat(statusOf("device-2", now.minusSeconds(5))).isEqualTo(401);
		assertThat(statusOf("device-2", null)).isEqualTo(401);
		assertThat(statusOf("device-2", now.plusSeconds(5))).isEqualTo(200);
		assertThat(statusOf("device-3", null)).isEqualTo(200);
	}

	private int statusOf(String user, Instant issued) {
		String token = TestTokens.with((claims) -> claims.subject(user)
			.issueTime((issued != null) ? Date.from(issued) : null)
			.claim("permissions", "threads:read"));
		return this.client.status(token);
	}

	private Reply introspect(String form) {
		return this.client.form("POST /auth/introspect", form, "X-API-Key: " + INTROSPECTOR);
	}

	private static String sessionId(Reply login) {
		return member(login, "refresh_token").substring(3, 25);
	}

}
