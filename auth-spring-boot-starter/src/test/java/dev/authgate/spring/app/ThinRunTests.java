package dev.authgate.spring.app;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The thinnest run through everything: one key, one guarded handler, a real port.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "authgate.api-keys.keys[0].key=0123456789abcdef0", "authgate.api-keys.keys[0].app=client_1",
				"authgate.api-keys.keys[0].permissions=threads:read", "authgate.public-paths=/open" })
class ThinRunTests {

	@LocalServerPort
	private int port;

	@Test
	void whenKeyIsGoodThenHandlerAnswers() throws Exception {
		HttpResponse<String> response = get("/api/threads", "0123456789abcdef0");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo("{\"id\":\"client_1\",\"data\":{},\"permissions\":[\"threads:read\"]}");
	}

	@Test
	void whenKeyIsMissingThenRefused() throws Exception {
		HttpResponse<String> response = get("/api/threads", null);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401,"
				+ "\"detail\":\"Credentials are required.\",\"code\":\"missing_credentials\"}");
	}

	@Test
	void whenPermissionIsMissingThenForbidden() throws Exception {
		HttpResponse<String> response = get("/api/agents", "0123456789abcdef0");
		assertThat(response.statusCode()).isEqualTo(403);
		assertThat(response.body()).contains("\"missing\":[\"agents:read\"]");
	}

	@Test
	void whenPathIsPublicThenOpen() throws Exception {
		assertThat(get("/open", "rubbish").statusCode()).isEqualTo(200);
	}

	private HttpResponse<String> get(String path, String key) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path));
		if (key != null) {
			request.header("X-API-Key", key);
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

	@RestController
	static class Handlers {

		@RequirePermission("threads:read")
		@GetMapping("/api/threads")
		AuthUser threads(AuthUser user) {
			return user;
		}

		@RequirePermission("agents:read")
		@GetMapping("/api/agents")
		Map<String, String> agents() {
			return Map.of();
		}

		@GetMapping("/open")
		String open() {
			return "open";
		}

	}

}
