package dev.authgate.it;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
 * An application that depends on {@code spring-boot-starter-web} and on ours, and on
 * nothing else.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "authgate.api-keys.keys[0].key=an-application-of-old", "authgate.api-keys.keys[0].app=old",
				"authgate.api-keys.keys[0].permissions=threads:read" })
class StarterWebTests {

	@LocalServerPort
	private int port;

	/**
	 * F1, F2, C5: guarded like any other.
	 */
	@ParameterizedTest
	@CsvSource({ "/api/threads, an-application-of-old, 200", "/api/threads, wrong, 401",
			"/api/agents, an-application-of-old, 403", "/api/none, an-application-of-old, 404" })
	void whenApplicationIsOnOldStarterThenGuarded(String path, String key, int status) throws Exception {
		assertThat(get(path, key).statusCode()).isEqualTo(status);
	}

	/**
	 * C4: the user is written by the JSON library that this starter brings.
	 */
	@Test
	void whenKeyIsGoodThenUserIsWritten() throws Exception {
		assertThat(get("/api/threads", "an-application-of-old").body())
			.isEqualTo("{\"id\":\"old\",\"data\":{},\"permissions\":[\"threads:read\"]}");
	}

	private HttpResponse<String> get(String path, String key) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + this.port + path))
			.header("X-API-Key", key)
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
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
		String agents() {
			return "agents";
		}

	}

}
