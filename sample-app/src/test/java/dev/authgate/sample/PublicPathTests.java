package dev.authgate.sample;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is open to everybody, and that nothing else is: K2.
 */
@WorkspaceTest
class PublicPathTests {

	static final List<String> PUBLIC_PATHS = TestRoutes.PUBLIC_PATHS;

	private final TestClients clients;

	private final RequestMappingHandlerMapping mapping;

	PublicPathTests(TestClients clients,
			@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
		this.clients = clients;
		this.mapping = mapping;
	}

	/** K2, G3. */
	@Test
	void whenAnonymousThenExactlyThePublicSetIsServed() {
		Set<String> served = new TreeSet<>();
		for (String path : paths()) {
			HttpResponse<String> response = this.clients.anonymous().get(path.replace("{id}", TestRoutes.ID));
			boolean toLogin = response.headers().firstValue("Location").orElse("").startsWith("/login");
			if (response.statusCode() != 401 && !toLogin) {
				served.add(path);
			}
		}
		assertThat(served).containsExactlyInAnyOrderElementsOf(
				Stream.concat(PUBLIC_PATHS.stream(), Stream.of("/api/greeting", "/register")).toList());
	}

	/** G3. */
	@ParameterizedTest
	@FieldSource("PUBLIC_PATHS")
	void whenCredentialsAreRubbishThenPublicPathIsServed(String path) {
		Client client = this.clients.withKey("rubbish").with("Authorization", "Bearer rubbish");
		assertThat(client.get(path).statusCode()).isIn(200, 302);
	}

	/** K2. */
	@ParameterizedTest
	@ValueSource(strings = { "/login/", "/LOGIN", "/Login", "/login;x", "/login;x=y", "//login", "/./login",
			"/%2e/login", "/x/%2e%2e/login", "/%6Cogin/", "/login%2f", "/login%20", "/login%00", "/login/x" })
	void whenLoginIsSpeltOtherwiseThenNothingIsOpened(String path) {
		String body = TestClients.credentials("alice", TestClients.ALICE_PASSWORD);
		HttpResponse<String> response = this.clients.anonymous().post(path, body);
		assertThat(response.statusCode()).isIn(400, 401);
		assertThat(response.body()).doesNotContain("token");
	}

	/** K2: GET shows the page of the login. */
	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "OPTIONS" })
	void whenLoginHasAnotherMethodThenUnauthorized(String method) {
		assertThat(this.clients.anonymous().send(method, "/login", "").statusCode()).isEqualTo(401);
	}

	/** K2. */
	@ParameterizedTest
	@MethodSource("spellings")
	void whenPublicPathIsSpeltOtherwiseThenNothingIsOpened(String path) {
		assertThat(this.clients.anonymous().get(path).statusCode()).isIn(400, 401);
	}

	/** K2. */
	@ParameterizedTest
	@ValueSource(strings = { "/health/../api/user", "/health/%2e%2e/api/user", "/health/..%2fapi/user",
			"/health;/../api/user", "/docs/..;/api/user", "/docs%2f..%2fapi%2fuser", "/api/user;x", "/api//user",
			"//api/user", "/./api/user", "/%2e/api/user", "/api/user/", "/API/USER", "/api%2fuser", "/api%5cuser",
			"/site/docs.html", "/docs.html", "/application.yml", "/error" })
	void whenGuardedPathIsSpeltOtherwiseThenRefused(String path) {
		assertThat(this.clients.anonymous().get(path).statusCode()).isIn(400, 401);
	}

	@Test
	void whenHomeThenRedirectedToDocs() {
		HttpResponse<String> response = this.clients.anonymous().get("/");
		assertThat(response.statusCode()).isEqualTo(302);
		assertThat(response.headers().firstValue("Location")).get().asString().endsWith("/docs");
	}

	@Test
	void whenHealthThenEmpty() {
		HttpResponse<String> response = this.clients.anonymous().get("/health");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEmpty();
	}

	@Test
	void whenVersionThenThatOfTheBuild() {
		assertThat(this.clients.anonymous().get("/version").body()).matches("\\{\"version\":\"\\d+\\.\\d+\\.\\d+.*\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/docs", "/signup" })
	void whenPageThenHtml(String path) {
		HttpResponse<String> response = this.clients.anonymous().get(path);
		assertThat(response.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
		assertThat(response.body()).startsWith("<!DOCTYPE html>");
	}

	static Stream<String> spellings() {
		return Stream.of("/signup", "/health", "/docs", "/schema.yml", "/version")
			.flatMap((path) -> Stream.of(path + "/", path.toUpperCase(Locale.ROOT), path + ";x", "/" + path,
					"/." + path, "/%2e" + path, path + "/x", path + "%2f"));
	}

	private Set<String> paths() {
		Set<String> paths = new TreeSet<>();
		this.mapping.getHandlerMethods().forEach((info, handler) -> paths.addAll(info.getPatternValues()));
		return paths;
	}

}
