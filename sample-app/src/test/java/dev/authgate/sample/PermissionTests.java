package dev.authgate.sample;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.sample.TestRoutes.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which permissions the routes need: C7, C8, C9, C12.
 */
@WorkspaceTest
class PermissionTests {

	private static final String GUARDED = "dev.authgate.sample.TestRoutes#guarded";

	private final TestClients clients;

	PermissionTests(TestClients clients) {
		this.clients = clients;
	}

	/** C7. */
	@ParameterizedTest
	@MethodSource(GUARDED)
	void whenOnlyTheRequiredPermissionIsMissingThenForbiddenAndNamed(Route route) {
		HttpResponse<String> response = route.sendBy(this.clients.permittedTo(route.allOtherPermissions()));
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(JsonPath.<String>read(response.body(), "$.code")).isEqualTo("insufficient_permissions");
		assertThat(JsonPath.<List<String>>read(response.body(), "$.missing")).containsExactly(route.permission());
	}

	/** C8. */
	@ParameterizedTest
	@MethodSource(GUARDED)
	void whenOnlyTheRequiredPermissionIsHeldThenServed(Route route) {
		HttpResponse<String> response = route.sendBy(this.clients.permittedTo(Set.of(route.permission())));
		assertThat(response.statusCode()).isIn(200, 201, 404);
	}

	/** C8. */
	@ParameterizedTest
	@MethodSource(GUARDED)
	void whenAllPermissionsAreHeldThenServed(Route route) {
		HttpResponse<String> response = route.sendBy(this.clients.permittedTo(TestRoutes.ALL_PERMISSIONS));
		assertThat(response.statusCode()).isIn(200, 201, 404);
	}

	/** C12. */
	@ParameterizedTest
	@MethodSource(GUARDED)
	void whenAnonymousThenUnauthorizedAndNoPermissionIsNamed(Route route) {
		HttpResponse<String> response = route.sendBy(this.clients.anonymous());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("missing_credentials").doesNotContain(TestRoutes.ALL_PERMISSIONS);
		assertThat(response.headers().map().toString()).doesNotContain(TestRoutes.ALL_PERMISSIONS);
	}

	/** C9. */
	@ParameterizedTest
	@ValueSource(strings = { "/api/user", "/api/config", "/me" })
	void whenNothingIsRequiredThenAnyCallerIsServed(String path) {
		assertThat(this.clients.permittedTo(Set.of()).get(path).statusCode()).isEqualTo(200);
		assertThat(this.clients.anonymous().get(path).statusCode()).isEqualTo(401);
	}

	@Test
	void whenAnonymousBodyIsInvalidThenUnauthorized() {
		assertThat(this.clients.anonymous().post("/api/threads", "{").statusCode()).isEqualTo(401);
	}

	@Test
	void whenReaderLogsInThenMayReadButNotWrite() {
		assertThat(this.clients.bob().get("/api/threads").statusCode()).isEqualTo(200);
		assertThat(this.clients.bob().post("/api/threads", "{\"name\": \"Plans\"}").statusCode()).isEqualTo(403);
	}

}
