package dev.authgate.sample;

import dev.authgate.spring.guard.Guards;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static dev.authgate.spring.test.GuardAssertions.assertThat;

/**
 * What guards the routes of the workspace: a route that is added, opened or closed shows
 * here.
 */
@SpringBootTest
class GuardTableTests {

	@Autowired
	private Guards guards;

	@Test
	void whenRouteIsOpenThenItIsOneOfThese() {
		assertThat(this.guards)
			.allRoutesAreGuardedExcept("/", "/docs", "/health", "/schema.yml", "/signup", "/version", "/workspace.css",
					"/live.js", "/register", "/login", "/logout", "/auth/register", "/auth/refresh", "/auth/revoke",
					"/api/greeting")
			.hasOnlyOptionalRoutes("GET /api/greeting", "POST /logout");
	}

	@Test
	void whenPermissionIsRequiredThenByExactlyTheseRoutes() {
		assertThat(this.guards).permission("agents:read")
			.guardsExactly("GET /api/agents", "POST /api/agents/{id}/run")
			.permission("agents:write")
			.guardsExactly("POST /api/agents")
			.permission("agents:delete")
			.guardsExactly("DELETE /api/agents/{id}")
			.permission("files:read")
			.guardsExactly("GET /api/files/{id}", "GET /api/files/{id}/content")
			.permission("files:write")
			.guardsExactly("POST /api/files")
			.permission("files:delete")
			.guardsExactly("DELETE /api/files/{id}")
			.permission("threads:read")
			.guardsExactly("GET /api/threads", "GET /api/threads/{id}", "GET /api/threads/{id}/messages",
					"GET /threads/{id}/live", "/ws/threads/{id}")
			.permission("threads:write")
			.guardsExactly("POST /dashboard/threads", "POST /api/threads", "POST /api/threads/{id}/rename",
					"POST /api/threads/{id}/runs", "/ws/threads/{id}")
			.permission("threads:delete")
			.guardsExactly("DELETE /api/threads", "DELETE /api/threads/{id}");
	}

	@Test
	void whenRoleIsRequiredThenByExactlyThisRoute() {
		assertThat(this.guards).role("admin").guardsExactly("GET /admin/users");
	}

	@Test
	void whenRouteIsForPeopleThenItTakesTokensOnly() {
		assertThat(this.guards).route("GET /api/reports/token-only").hasAuthenticators("jwt").requiresNothing();
		assertThat(this.guards).route("everything else").hasAuthenticators("api-key", "jwt");
	}

}
