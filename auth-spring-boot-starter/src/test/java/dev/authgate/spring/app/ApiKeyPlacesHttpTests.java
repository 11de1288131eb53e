package dev.authgate.spring.app;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keys with their ids, in the query string and in a cookie, over real connections (F13).
 */
class ApiKeyPlacesHttpTests {

	private static final String KEY = TestApp.READER;

	@RegisterExtension
	private static final TestApp ELSEWHERE = TestApp.serving(UserHandlers.class)
		.with("authgate.api-keys.query-parameter=api_key", "authgate.api-keys.cookie=key");

	@RegisterExtension
	private static final TestApp PAIRS = TestApp.serving(UserHandlers.class)
		.with("authgate.api-keys.id-header=X-API-Key-Id", "authgate.api-keys.keys[0].id=first",
				"authgate.api-keys.keys[1].id=second");

	@Test
	void whenKeyIsInHeaderQueryOrCookieThenAccepted() {
		assertThat(ELSEWHERE.getAs(KEY, "/api/user").status()).isEqualTo(200);
		assertThat(ELSEWHERE.get("/api/user?api_key=" + KEY).body()).contains("\"id\":\"reader\"");
		assertThat(ELSEWHERE.get("/api/user", "Cookie: key=" + KEY).body()).contains("\"id\":\"reader\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/user?api_key=wrong", "/api/user?API_KEY=" + KEY, "/api/user?api_key=",
			"/api/user?api_key", "/api/user?api_key=" + KEY + "&api_key=" + KEY, "/api/user?api_key=%00",
			"/api/user?api_key=%zz", "/api/user?api_key=" + KEY + "&api_key=%zz", "/api/user?api_key=" + KEY + "+",
			"/api/user;api_key=" + KEY })
	void whenQueryHasNoGoodKeyThenRefused(String target) {
		assertThat(ELSEWHERE.get(target).status()).isIn(400, 401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Cookie: key=wrong", "Cookie: key=", "Cookie: Key=" + KEY,
			"Cookie: key=" + KEY + "; key=" + KEY, "Cookie: other=1; key=" + KEY + "x" })
	void whenCookieHasNoGoodKeyThenRefused(String header) {
		assertThat(ELSEWHERE.get("/api/user", header).status()).isEqualTo(401);
	}

	@Test
	void whenKeyIsInTwoPlacesThenMalformed() {
		String header = "X-API-Key: " + KEY;
		String cookie = "Cookie: key=" + KEY;
		assertMalformed(ELSEWHERE.get("/api/user", header, cookie));
		assertMalformed(ELSEWHERE.get("/api/user?api_key=" + KEY, header));
		assertMalformed(ELSEWHERE.get("/api/user?api_key=" + KEY, cookie));
	}

	@Test
	void whenKeyIsInTheBodyThenMissing() {
		RawResponse answer = ELSEWHERE.client()
			.post("/api/user", "api_key=" + KEY, "Content-Type: application/x-www-form-urlencoded");
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).contains("missing_credentials");
	}

	@Test
	void whenKeyIsInACookieThenPagesOfOthersCannotUseIt() {
		String foreign = "Origin: https://evil.example";
		RawResponse forged = ELSEWHERE.client().post("/api/user", "x", "Cookie: key=" + KEY, foreign);
		assertThat(forged.status()).isEqualTo(403);
		assertThat(forged.body()).contains("\"code\":\"csrf\"");
		assertThat(ELSEWHERE.client().post("/api/user", "x", "Cookie: key=" + KEY).status()).isEqualTo(200);
		assertThat(ELSEWHERE.client().post("/api/user", "x", "X-API-Key: " + KEY, foreign).status()).isEqualTo(200);
	}

	@Test
	void whenKeyComesWithItsIdThenAccepted() {
		assertThat(pair(KEY, "first").body()).contains("\"id\":\"reader\"");
		assertThat(pair(TestApp.WRITER, "second").body()).contains("\"id\":\"writer\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "second", "FIRST", "nobody", "firs" })
	void whenKeyComesWithAnotherIdThenInvalidAsAnUnknownKeyIs(String id) {
		RawResponse answer = pair(KEY, id);
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).isEqualTo(pair("an-unknown-key-01234", "first").body())
			.contains("invalid_credentials");
	}

	@Test
	void whenOneOfTheTwoIsMissingOrTwiceThenMalformed() {
		assertMalformed(PAIRS.getAs(KEY, "/api/user"));
		assertMalformed(PAIRS.get("/api/user", "X-API-Key-Id: first"));
		assertMalformed(PAIRS.get("/api/user", "X-API-Key: " + KEY, "X-API-Key-Id: first", "X-API-Key-Id: first"));
	}

	@Test
	void whenNeitherComesThenMissing() {
		assertThat(PAIRS.get("/api/user").body()).contains("missing_credentials");
	}

	private static RawResponse pair(String key, String id) {
		return PAIRS.get("/api/user", "X-API-Key: " + key, "X-API-Key-Id: " + id);
	}

	private static void assertMalformed(RawResponse answer) {
		assertThat(answer.status()).isEqualTo(401);
		assertThat(answer.body()).contains("malformed_credentials");
	}

}
