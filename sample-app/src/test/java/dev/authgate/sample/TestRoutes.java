package dev.authgate.sample;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The routes of the workspace that need a permission.
 */
final class TestRoutes {

	static final String ID = "11111111-2222-4333-8444-555555555555";

	static final Set<String> ALL_PERMISSIONS = Set.of("agents:read", "agents:write", "agents:delete", "files:read",
			"files:write", "files:delete", "threads:read", "threads:write", "threads:delete");

	static final List<String> PUBLIC_PATHS = List.of("/", "/signup", "/health", "/docs", "/schema.yml", "/version");

	private static final String AGENT = "00000000-0000-4000-8000-000000000001";

	private TestRoutes() {
	}

	static Stream<Route> guarded() {
		return Stream.of(new Route("GET", "/api/agents", "", "agents:read"),
				new Route("POST", "/api/agents", "{\"name\": \"Parrot\", \"skill\": \"ECHO\"}", "agents:write"),
				new Route("POST", "/api/agents/" + AGENT + "/run", "{\"text\": \"hi\"}", "agents:read"),
				new Route("DELETE", "/api/agents/" + ID, "", "agents:delete"),
				new Route("POST", "/api/files", "{\"name\": \"a.txt\", \"content\": \"a\"}", "files:write"),
				new Route("GET", "/api/files/" + ID, "", "files:read"),
				new Route("GET", "/api/files/" + ID + "/content", "", "files:read"),
				new Route("DELETE", "/api/files/" + ID, "", "files:delete"),
				new Route("GET", "/api/threads", "", "threads:read"),
				new Route("GET", "/api/threads/" + ID, "", "threads:read"),
				new Route("GET", "/api/threads/" + ID + "/messages", "", "threads:read"),
				new Route("POST", "/api/threads", "{\"name\": \"Plans\"}", "threads:write"),
				new Route("POST", "/api/threads/" + ID + "/runs", "{\"agentId\": \"" + AGENT + "\", \"text\": \"hi\"}",
						"threads:write"),
				new Route("POST", "/api/threads/" + ID + "/rename", "{\"name\": \"Aims\"}", "threads:write"),
				new Route("DELETE", "/api/threads?id=" + ID, "", "threads:delete"),
				new Route("DELETE", "/api/threads/" + ID, "", "threads:delete"));
	}

	record Route(String method, String path, String body, String permission) {

		Set<String> allOtherPermissions() {
			Set<String> others = new TreeSet<>(ALL_PERMISSIONS);
			others.remove(this.permission);
			return others;
		}

		HttpResponse<String> sendBy(Client client) {
			return this.body.isEmpty() ? client.send(this.method, this.path, "") : client.post(this.path, this.body);
		}

	}

}
