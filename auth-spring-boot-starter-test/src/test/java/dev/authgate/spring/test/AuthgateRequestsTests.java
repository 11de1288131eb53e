package dev.authgate.spring.test;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static dev.authgate.spring.test.AuthgateRequests.apiKeyOf;
import static dev.authgate.spring.test.AuthgateRequests.jwt;
import static dev.authgate.spring.test.AuthgateRequests.user;
import static org.assertj.core.api.Assertions.assertThat;

@TestWorkspace
class AuthgateRequestsTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationContext context;

	@LocalServerPort
	private int port;

	@Test
	void whenKeyIsSentThenJudgedInItsHeader() {
		assertThat(get("/caller", apiKey(TestWorkspace.KEY))).bodyText().contains("client_1", "api-key");
		assertThat(get("/caller", apiKey("wrong"))).hasStatus(401).bodyText().contains("invalid_credentials");
		assertThat(get("/token", apiKey(TestWorkspace.KEY))).hasStatus(401);
	}

	@Test
	void whenKeyIsNamedThenItsCallerIsPreset() {
		assertThat(get("/caller", apiKeyOf("client_1"))).bodyText()
			.isEqualTo("client_1 {} [threads:read] [] api-key client_1");
		assertThat(get("/token", apiKeyOf("client_1"))).hasStatus(401);
	}

	@Test
	void whenAppHasSeveralKeysOfOneUserThenThatUserIsPreset() {
		assertThat(get("/caller", apiKeyOf("second"))).bodyText().endsWith("[threads:read] [] api-key client_1");
		assertThat(get("/caller", apiKeyOf("client_1"))).bodyText().endsWith("[threads:read] [] api-key client_1");
	}

	@Test
	void whenKeysOfAppStandForDifferentUsersThenRefusedAndOneIsNamedByItsId() {
		assertThat(get("/caller", apiKeyOf("split"))).hasFailed()
			.failure()
			.hasMessageContaining("The API keys of 'split' stand for different users. Name one of split (id large), "
					+ "split (id small) by its id.");
		assertThat(get("/caller", apiKeyOf("large"))).bodyText().contains("threads:write");
		assertThat(get("/caller", apiKeyOf("small"))).bodyText().doesNotContain("threads:write");
	}

	@Test
	void whenRouteRequiresBothCredentialsThenOneIsNone() {
		assertThat(get("/both", apiKeyOf("client_1"))).hasStatus(401).bodyText().contains("missing_credentials");
		assertThat(get("/both", user("ann").authenticator("jwt"))).hasStatus(401);
		assertThat(get("/both", user("ann").authenticator("all(jwt, api-key)"))).hasStatus(401);
		assertThat(get("/both", apiKey(TestWorkspace.KEY))).hasStatus(401);
		assertThat(get("/both", jwt("ann"))).hasStatus(401);
	}

	@Test
	void whenRouteRequiresBothCredentialsThenBothOrTheWholeName() {
		assertThat(this.mvc.get().uri("/both").with(apiKey(TestWorkspace.KEY)).with(jwt("ann"))).bodyText()
			.isEqualTo("client_1 all(api-key, jwt)");
		assertThat(get("/both", user("ann").authenticator("all(api-key,jwt)"))).bodyText()
			.isEqualTo("ann all(api-key, jwt)");
		assertThat(get("/token", user("ann").authenticator("all(api-key, jwt)"))).hasStatus(401);
		assertThat(get("/both", user("ann"))).bodyText().isEqualTo("ann security-context");
	}

	@Test
	void whenSeveralAuthenticatorsAreNamedThenRefused() {
		assertThat(get("/caller", user("ann").authenticator("api-key, jwt"))).hasFailed()
			.failure()
			.hasMessageContaining("user(\"ann\"): name one authenticator, 'api-key, jwt' is 2.");
	}

	@Test
	void whenPolicyIsAskedThenAboutThePresetUser() {
		assertThat(get("/desk", user("ann").data("desk", 7))).hasStatus(200);
		assertThat(get("/desk", user("ann"))).hasStatus(403);
		assertThat(get("/desk", jwt("ann").data("desk", 7))).hasStatus(200);
	}

	@Test
	void whenRouteIsLenientThenWrongCredentialIsNone() {
		assertThat(get("/welcome", apiKey("wrong"))).bodyText().isEqualTo("nobody");
		assertThat(get("/welcome", jwt("ann"))).bodyText().isEqualTo("ann");
		assertThat(get("/greeting", apiKey("wrong"))).hasStatus(401);
	}

	@Test
	void whenApplicationReadsNoIdsOfKeysThenKeyWithIdIsRefused() {
		assertThat(get("/caller", apiKey("first", TestWorkspace.KEY))).hasFailed()
			.failure()
			.hasMessageContaining("Set authgate.api-keys.id-header, or use apiKey(key).");
	}

	@Test
	void whenKeyIsUnknownOrSwitchedOffThenRefused() {
		assertThat(get("/caller", apiKeyOf("nobody"))).hasFailed()
			.failure()
			.hasMessageContaining("No API key has the app or the id 'nobody'");
		assertThat(get("/caller", apiKeyOf("late"))).hasFailed().failure().hasMessageContaining("is valid now");
	}

	@Test
	void whenTokenIsSentThenSignedAndJudged() {
		assertThat(get("/caller", jwt("ann").permissions("threads:read").data("team", "blue"))).bodyText()
			.isEqualTo("ann {team=blue} [threads:read] [user] jwt null");
		assertThat(get("/token", jwt())).bodyText().isEqualTo("user");
		assertThat(get("/threads", jwt())).hasStatus(403);
		assertThat(get("/threads", jwt().roles("clerk"))).hasStatus(200);
	}

	@Test
	void whenUserIsPresetThenForOneRequest() {
		assertThat(get("/caller", user("bob").roles("clerk").app("web").data("a", 1))).bodyText()
			.isEqualTo("bob {a=1} [threads:read, threads:write] [clerk] security-context web");
		assertThat(get("/token", user("bob").authenticator("api-key"))).hasStatus(401);
		assertThat(get("/threads", user("bob"))).hasStatus(403);
		assertThat(this.mvc.get().uri("/caller")).hasStatus(401);
	}

	@Test
	void whenPortIsRealThenHeadersAreGiven() {
		RestTestClient client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		client.get().uri("/token").headers(jwt("ann").in(this.context)).exchange().expectStatus().isOk();
		client.get()
			.uri("/threads")
			.headers(apiKey(TestWorkspace.KEY).in(this.context))
			.exchange()
			.expectStatus()
			.isOk();
		client.get()
			.uri("/threads")
			.headers(apiKey("wrong").in(this.context))
			.exchange()
			.expectStatus()
			.isUnauthorized();
	}

	private MvcTestResult get(String path, RequestPostProcessor sender) {
		return this.mvc.get().uri(path).with(sender).exchange();
	}

}
