package dev.authgate.sample.cluster;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.jayway.jsonpath.JsonPath;
import dev.authgate.sample.SampleApplication;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import redis.embedded.RedisServer;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What one instance knows the other knows as well: K9, K14, K16, E17, E18.
 */
class ClusterTests {

	private static final String PASSWORD = "nine ravens over the fjord";

	private static final HttpClient CLIENT = HttpClient.newHttpClient();

	private static EmbeddedPostgres postgres;

	private static RedisServer redis;

	private static ConfigurableApplicationContext first;

	private static ConfigurableApplicationContext second;

	@BeforeAll
	static void start() throws IOException {
		postgres = EmbeddedPostgres.builder().start();
		int port = freePort();
		redis = RedisServer.newRedisServer().port(port).setting("save \"\"").build();
		redis.start();
		first = instance(port);
		second = instance(port);
	}

	@AfterAll
	static void stop() throws IOException {
		first.close();
		second.close();
		redis.stop();
		postgres.close();
	}

	@Test
	void whenLoggedInAtOneThenSessionIsGoodAtTheOther() throws Exception {
		String cookie = logIn(first, PASSWORD);
		assertThat(get(second, "/dashboard", cookie).body()).contains("Welcome, root!");
	}

	/** K14. */
	@Test
	void whenLoggedOutAtOneThenSessionIsOverAtTheOther() throws Exception {
		String cookie = logIn(first, PASSWORD);
		HttpResponse<String> logout = form(second, "/logout", "_csrf=" + csrfOf(second, cookie), cookie);
		assertThat(logout.statusCode()).isEqualTo(303);
		assertThat(get(first, "/dashboard", cookie).statusCode()).isEqualTo(302);
	}

	/** E17. */
	@Test
	void whenEverythingIsRevokedAtOneThenTokenIsVoidAtTheOtherWithinFiveSeconds() throws Exception {
		String token = JsonPath.read(json(first, "/login", credentials(PASSWORD)).body(), "$.token");
		assertThat(withToken(second, token)).isEqualTo(200);
		String cookie = logIn(first, PASSWORD);
		Instant revoked = Instant.now();
		form(first, "/account/sessions/end", "_csrf=" + csrfOf(first, cookie), cookie);
		while (withToken(second, token) == 200) {
			assertThat(Duration.between(revoked, Instant.now())).isLessThan(Duration.ofSeconds(5));
		}
		assertThat(withToken(second, token)).isEqualTo(401);
	}

	@Test
	void whenRefreshTokenIsUsedAtOneThenItIsUsedUpAtTheOther() throws Exception {
		String refresh = JsonPath.read(json(first, "/login", credentials(PASSWORD)).body(), "$.refresh_token");
		String body = "{\"refresh_token\":\"" + refresh + "\"}";
		HttpResponse<String> next = json(second, "/auth/refresh", body);
		assertThat(next.statusCode()).isEqualTo(200);
		assertThat(json(first, "/auth/refresh", body).statusCode()).isEqualTo(401);
		String void_ = "{\"refresh_token\":\"" + JsonPath.read(next.body(), "$.refresh_token") + "\"}";
		assertThat(json(first, "/auth/refresh", void_).statusCode()).isEqualTo(401);
	}

	/** K16. */
	@Test
	void whenAttemptsAreMadeAtBothThenCountedTogether() throws Exception {
		String guess = "{\"username\":\"somebody\",\"password\":\"a guess that is wrong\"}";
		for (int i = 0; i < 5; i++) {
			assertThat(json(first, "/login", guess).statusCode()).isEqualTo(401);
			assertThat(json(second, "/login", guess).statusCode()).isEqualTo(401);
		}
		assertThat(json(first, "/login", guess).statusCode()).isEqualTo(429);
		assertThat(json(second, "/login", guess).statusCode()).isEqualTo(429);
	}

	private static ConfigurableApplicationContext instance(int redisPort) {
		return new SpringApplicationBuilder(SampleApplication.class).profiles("cluster")
			.properties("server.port=0", "DATABASE_URL=" + postgres.getJdbcUrl("postgres", "postgres"),
					"REDIS_URL=redis://localhost:" + redisPort, "ROOT_PASSWORD=" + PASSWORD,
					"JWT_SECRET=f0c2a6a31e0e4a5a9d5b6d3f7a8c9e01f0c2a6a31e0e4a5a", "spring.jmx.enabled=false")
			.run();
	}

	private static String logIn(ConfigurableApplicationContext at, String password) throws Exception {
		HttpResponse<String> response = form(at, "/login",
				"username=root&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8), "");
		assertThat(response.statusCode()).isEqualTo(303);
		return response.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
	}

	private static String csrfOf(ConfigurableApplicationContext at, String cookie) throws Exception {
		Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"")
			.matcher(get(at, "/dashboard", cookie).body());
		assertThat(field.find()).isTrue();
		return URLEncoder.encode(field.group(1), StandardCharsets.UTF_8);
	}

	private static int withToken(ConfigurableApplicationContext at, String token) throws Exception {
		return send(request(at, "/me").header("Authorization", "Bearer " + token)).statusCode();
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext at, String path, String cookie)
			throws Exception {
		return send(request(at, path).header("Cookie", cookie).header("Accept", "text/html"));
	}

	private static HttpResponse<String> form(ConfigurableApplicationContext at, String path, String fields,
			String cookie) throws Exception {
		HttpRequest.Builder request = request(at, path).header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(fields));
		return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
	}

	private static HttpResponse<String> json(ConfigurableApplicationContext at, String path, String body)
			throws Exception {
		return send(request(at, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
	}

	private static HttpRequest.Builder request(ConfigurableApplicationContext at, String path) {
		String port = at.getEnvironment().getRequiredProperty("local.server.port");
		return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
	}

	private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
		return CLIENT.send(request.build(), BodyHandlers.ofString());
	}

	private static String credentials(String password) {
		return "{\"username\":\"root\",\"password\":\"" + password + "\"}";
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

}
