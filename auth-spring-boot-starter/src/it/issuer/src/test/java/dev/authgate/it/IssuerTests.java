package dev.authgate.it;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application that accepts the tokens of Spring Authorization Server, from before it
 * is there until after it is gone.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerTests {

	private static final AtomicReference<IssuerProcess> ISSUER = new AtomicReference<>();

	private static final AtomicReference<ConfigurableApplicationContext> APPLICATION = new AtomicReference<>();

	private static final AtomicReference<String> TOKEN = new AtomicReference<>();

	private static final int ISSUER_PORT = freePort();

	@BeforeAll
	static void startApplication() {
		String prefix = "--authgate.jwt.trusted-issuers[0].";
		APPLICATION
			.set(new SpringApplicationBuilder(Application.class).run("--server.port=0", "--spring.main.banner-mode=off",
					prefix + "issuer=" + IssuerProcess.issuer(ISSUER_PORT), prefix + "audiences=api",
					prefix + "claims.permissions=scope", prefix + "claims.role=realm_access.roles"));
	}

	@AfterAll
	static void stop() {
		APPLICATION.get().close();
		if (ISSUER.get() != null) {
			ISSUER.get().close();
		}
	}

	/** E13, E10. */
	@Test
	@Order(1)
	void whenIssuerIsNotThereYetThenUnavailable() throws Exception {
		HttpResponse<String> response = get("/api/threads", unsigned());
		assertThat(response.statusCode()).isEqualTo(503);
		assertThat(response.headers().firstValue("Retry-After")).isPresent();
	}

	/** E13, E7. */
	@Test
	@Order(2)
	void whenIssuerHasComeThenItsTokenIsTaken() throws Exception {
		ISSUER.set(IssuerProcess.start(ISSUER_PORT));
		APPLICATION.get().getBean(ShiftedClock.class).pass(Duration.ofMinutes(1));
		TOKEN.set(ISSUER.get().token("api", "threads:read"));
		HttpResponse<String> response = get("/api/threads", TOKEN.get());
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).startsWith("{\"id\":\"api\",").endsWith(",\"permissions\":[\"threads:read\"]}");
	}

	/** C5. */
	@Test
	@Order(3)
	void whenScopeDoesNotGrantThePermissionThenForbidden() throws Exception {
		String token = ISSUER.get().token("api", "threads:write");
		assertThat(get("/api/threads", token).statusCode()).isEqualTo(403);
		assertThat(get("/api/editor", token).statusCode()).isEqualTo(200);
	}

	/** E4. */
	@Test
	@Order(3)
	void whenTokenIsForAnotherClientThenRefused() throws Exception {
		assertRefused(ISSUER.get().token("other", "threads:read"));
	}

	/** E2, E8, E9. */
	@Test
	@Order(3)
	void whenTokenIsChangedThenRefused() throws Exception {
		String[] parts = TOKEN.get().split("\\.");
		String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
		String signature = parts[2];
		assertRefused(parts[0] + "." + encoded(claims.replace("threads:read", "users:admin")) + "." + signature);
		assertRefused(encoded("{\"alg\":\"none\"}") + "." + parts[1] + "." + signature);
		assertRefused(encoded("{\"alg\":\"HS256\"}") + "." + parts[1] + "." + signature);
		assertRefused(encoded("{\"alg\":\"RS256\",\"kid\":\"unknown\"}") + "." + parts[1] + "." + signature);
		assertRefused(parts[0] + "." + encoded(claims.replace("http://localhost", "http://evil")) + "." + signature);
	}

	/** E9. */
	@Test
	@Order(4)
	void whenIssuerRotatesItsKeyThenOldAndNewTokensAreTaken() throws Exception {
		APPLICATION.get().getBean(ShiftedClock.class).pass(Duration.ofMinutes(1));
		ISSUER.get().rotate();
		assertThat(get("/api/threads", ISSUER.get().token("api", "threads:read")).statusCode()).isEqualTo(200);
		assertThat(get("/api/threads", TOKEN.get()).statusCode()).isEqualTo(200);
	}

	/** E10. */
	@Test
	@Order(5)
	void whenIssuerIsGoneThenItsTokensAreStillTaken() throws Exception {
		ISSUER.get().close();
		assertThat(get("/api/threads", TOKEN.get()).statusCode()).isEqualTo(200);
	}

	/** E1. */
	@Test
	@Order(6)
	void whenTokenHasExpiredThenRefused() throws Exception {
		APPLICATION.get().getBean(ShiftedClock.class).pass(Duration.ofMinutes(5));
		assertRefused(TOKEN.get());
	}

	private static void assertRefused(String token) throws Exception {
		HttpResponse<String> response = get("/api/threads", token);
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.body()).contains("invalid_credentials");
	}

	private static HttpResponse<String> get(String path, String token) throws Exception {
		String port = APPLICATION.get().getEnvironment().getRequiredProperty("local.server.port");
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
			.header("Authorization", "Bearer " + token)
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

	private static String unsigned() {
		return encoded("{\"alg\":\"RS256\",\"kid\":\"k\"}") + "."
				+ encoded("{\"iss\":\"" + IssuerProcess.issuer(ISSUER_PORT) + "\"}") + ".AAAA";
	}

	private static String encoded(String text) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration(excludeName = {
			"org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerAutoConfiguration",
			"org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet.OAuth2AuthorizationServerJwtAutoConfiguration" })
	@Import({ Handlers.class, ShiftedClock.class })
	static class Application {

	}

	static final class ShiftedClock extends Clock {

		private final AtomicReference<Duration> shift = new AtomicReference<>(Duration.ZERO);

		void pass(Duration time) {
			this.shift.updateAndGet((shift) -> shift.plus(time));
		}

		@Override
		public ZoneId getZone() {
			return Clock.systemUTC().getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return Instant.now().plus(this.shift.get());
		}

	}

	@RestController
	static class Handlers {

		@RequirePermission("threads:read")
		@GetMapping("/api/threads")
		AuthUser threads(AuthUser user) {
			return user;
		}

		@RequireRole("editor")
		@GetMapping("/api/editor")
		String editor() {
			return "editor";
		}

	}

}
