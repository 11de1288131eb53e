package dev.authgate.sample;

import java.net.http.HttpResponse;

import com.jayway.jsonpath.JsonPath;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What callers are told about themselves, and how single handlers differ from the rest.
 */
@WorkspaceTest
class CallerTests {

	private static final String REPORT = "/api/reports/token-only";

	private final TestClients clients;

	CallerTests(TestClients clients) {
		this.clients = clients;
	}

	/** C4. */
	@Test
	void whenKeyThenUserIsItsAppWithSortedPermissions() {
		assertThat(this.clients.client1().get("/api/user").body())
			.isEqualTo("{\"id\":\"client_1\",\"data\":{},\"permissions\":[\"threads:read\",\"threads:write\"]}");
	}

	@Test
	void whenKeyHasWildcardThenUserHasEveryKnownPermission() {
		String body = this.clients.client2().get("/api/user").body();
		assertThat(JsonPath.<Object>read(body, "$.permissions")).asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactlyElementsOf(TestRoutes.ALL_PERMISSIONS.stream().sorted().toList());
	}

	@Test
	void whenRoleThenUserHasItsPermissions() {
		String body = this.clients.bob().get("/api/user").body();
		assertThat(JsonPath.<Object>read(body, "$.permissions"))
			.hasToString("[\"agents:read\",\"files:read\",\"threads:read\"]");
	}

	@Test
	void whenTokenThenMeIsItsSubject() {
		assertThat(this.clients.alice().get("/me").body()).isEqualTo("{\"user_id\":\"alice\"}");
	}

	@Test
	void whenKeyThenMeIsItsApp() {
		assertThat(this.clients.client1().get("/me").body()).isEqualTo("{\"user_id\":\"client_1\"}");
	}

	@Test
	void whenAdminThenPeopleAreListedWithoutPasswords() {
		HttpResponse<String> response = this.clients.alice().get("/admin/users");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).contains("\"alice\"", "\"bob\"").doesNotContain("bcrypt", "password");
	}

	@Test
	void whenNoAdminThenPeopleAreNotListed() {
		assertThat(this.clients.bob().get("/admin/users").statusCode()).isEqualTo(403);
		assertThat(this.clients.client2().get("/admin/users").statusCode()).isEqualTo(403);
		assertThat(this.clients.anonymous().get("/admin/users").statusCode()).isEqualTo(401);
	}

	/** G2. */
	@Test
	void whenHandlerTakesTokensOnlyThenTokenIsAccepted() {
		HttpResponse<String> response = this.clients.bob().get(REPORT);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"reader\":\"bob\",\"authenticator\":\"jwt\"}");
	}

	/** G2. */
	@Test
	void whenHandlerTakesTokensOnlyThenKeyIsRefused() {
		HttpResponse<String> response = this.clients.client2().get(REPORT);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().allValues("WWW-Authenticate")).singleElement().asString().startsWith("Bearer");
	}

	/** H1. */
	@Test
	void whenNobodyThenGreetedAsStranger() {
		assertThat(this.clients.anonymous().get("/api/greeting").body())
			.isEqualTo("{\"greeting\":\"Hello, stranger!\"}");
	}

	/** H2. */
	@Test
	void whenSomebodyThenGreetedByName() {
		assertThat(this.clients.client1().get("/api/greeting").body()).isEqualTo("{\"greeting\":\"Hello, client_1!\"}");
		assertThat(this.clients.alice().get("/api/greeting").body()).isEqualTo("{\"greeting\":\"Hello, alice!\"}");
	}

	/** H3. */
	@Test
	void whenWrongCredentialThenNotGreeted() {
		assertThat(this.clients.withKey("demo-key-of-nobody").get("/api/greeting").statusCode()).isEqualTo(401);
		assertThat(this.clients.withToken("e.y.j").get("/api/greeting").statusCode()).isEqualTo(401);
	}

	/** B12. */
	@Test
	void whenNobodyThenTokensAreTheChallenge() {
		HttpResponse<String> response = this.clients.anonymous().get("/api/user");
		assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
	}

}
