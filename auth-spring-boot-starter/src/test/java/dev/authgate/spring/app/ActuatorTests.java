package dev.authgate.spring.app;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who may ask the actuator, on the application's port and on its own.
 */
class ActuatorTests {

	private static final String READ = "X-API-Key: operator-key-012345";

	private static final String WRITE = "X-API-Key: administrator-key-012345";

	private static final String NEITHER = "X-API-Key: stranger-key-012345";

	private static TestApp app(String... properties) {
		return TestApp.bare(Pages.class)
			.key(0, "operator-key-012345", "operator", "actuator:read")
			.key(1, "administrator-key-012345", "administrator", "actuator:write, actuator:read")
			.key(2, "stranger-key-012345", "stranger", "threads:read")
			.with("management.endpoints.web.exposure.include=*", "management.endpoint.env.show-values=ALWAYS",
					"management.endpoint.configprops.show-values=ALWAYS",
					"management.endpoint.health.probes.enabled=true",
					"management.endpoint.health.probes.add-additional-paths=true",
					"management.endpoint.health.show-components=always")
			.with(properties);
	}

	/**
	 * On the application's port.
	 */
	@Nested
	class OnSamePort {

		@RegisterExtension
		static final TestApp APP = app("authgate.routes[0].paths=/actuator/info", "authgate.routes[0].access=public");

		private final Wire wire = Wire.to(APP.port());

		/**
		 * Health and its probes are open, also on their additional paths.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "GET /actuator/health", "HEAD /actuator/health", "GET /actuator/health/liveness",
				"GET /actuator/health/readiness", "GET /livez", "GET /readyz" })
		void whenHealthIsAskedThenOpen(String request) {
			assertThat(this.wire.send(request).status()).isEqualTo(200);
		}

		/**
		 * C12: everything else is not, for nobody.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "GET /actuator", "GET /actuator/env", "GET /actuator/env/authgate.jwt.secret",
				"GET /actuator/mappings", "HEAD /actuator/beans", "POST /actuator/loggers/root",
				"POST /actuator/health", "DELETE /actuator/caches", "OPTIONS /actuator/env", "GET /actuator/none",
				"GET /livez/x", "POST /livez" })
		void whenNobodyAsksThenUnauthorized(String request) {
			assertThat(this.wire.send(request).status()).isEqualTo(401);
		}

		/**
		 * C5: to read is a permission, to change something another.
		 */
		@ParameterizedTest
		@CsvSource({ "GET /actuator, actuator:read", "GET /actuator/env, actuator:read", "HEAD /actuator/beans, ''",
				"POST /actuator/loggers/root, actuator:write", "DELETE /actuator/caches, actuator:write" })
		void whenStrangerAsksThenForbidden(String request, String missing) {
			Reply reply = this.wire.send(request, NEITHER);
			assertThat(reply.status()).isEqualTo(403);
			assertThat(reply.body()).contains(missing);
		}

		/**
		 * C5, C8: whoever has the permission is let in.
		 */
		@Test
		void whenOperatorAsksThenReadsAndDoesNotWrite() {
			assertThat(this.wire.send("GET /actuator", READ).status()).isEqualTo(200);
			assertThat(this.wire.send("GET /actuator/env", READ).status()).isEqualTo(200);
			assertThat(this.wire.json("POST /actuator/loggers/x", "{}", READ).status()).isEqualTo(403);
			assertThat(this.wire.json("POST /actuator/loggers/x", "{}", WRITE).status()).isEqualTo(204);
		}

		/**
		 * A rule of the user's own for an endpoint wins.
		 */
		@Test
		void whenUserHasRuleForEndpointThenItWins() {
			assertThat(this.wire.send("GET /actuator/info").status()).isEqualTo(200);
		}

	}

	/**
	 * On a port of its own.
	 */
	@Nested
	class OnOwnPort {

		@RegisterExtension
		static final TestApp APP = app("management.server.port=0", "authgate.public-paths=/actuator/**",
				"authgate.routes[0].paths=/actuator/info", "authgate.routes[0].access=public");

		private final Wire wire = management(APP);

		/**
		 * Health and its probes are open on that port, the additional paths on the
		 * application's.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "GET /actuator/health", "HEAD /actuator/health", "GET /actuator/health/liveness" })
		void whenHealthIsAskedThenOpen(String request) {
			assertThat(this.wire.send(request).status()).isEqualTo(200);
			assertThat(Wire.to(APP.port()).send("GET /livez").status()).isEqualTo(200);
		}

		/**
		 * What the application opens means nothing there, nor does what it annotates.
		 */
		@ParameterizedTest
		@ValueSource(strings = { "GET /actuator", "GET /actuator/env", "GET /", "GET /anything", "GET /error",
				"POST /actuator/loggers/root", "GET /actuator/mappings", "OPTIONS /actuator/env" })
		void whenNobodyAsksThenUnauthorized(String request) {
			assertThat(this.wire.send(request).status()).isEqualTo(401);
		}

		/**
		 * C5: the permissions are the same.
		 */
		@Test
		void whenOperatorAsksThenReadsAndDoesNotWrite() {
			assertThat(this.wire.send("GET /actuator/env", NEITHER).status()).isEqualTo(403);
			assertThat(this.wire.send("GET /actuator/env", READ).status()).isEqualTo(200);
			assertThat(this.wire.json("POST /actuator/loggers/x", "{}", READ).status()).isEqualTo(403);
			assertThat(this.wire.json("POST /actuator/loggers/x", "{}", WRITE).status()).isEqualTo(204);
		}

		/**
		 * A rule of the user's own for an endpoint wins there too.
		 */
		@Test
		void whenUserHasRuleForEndpointThenItWins() {
			assertThat(this.wire.send("GET /actuator/info").status()).isEqualTo(200);
		}

		/**
		 * Refusals have the form and the headers of all others.
		 */
		@Test
		void whenRefusedThenInOurForm() {
			Reply reply = this.wire.send("GET /actuator/env");
			assertThat(reply.body()).contains("\"code\":\"missing_credentials\"");
			assertThat(reply.headers("X-Frame-Options")).containsExactly("DENY");
		}

	}

	/**
	 * On a port of its own, under other paths.
	 */
	@Nested
	class UnderOtherPaths {

		@RegisterExtension
		static final TestApp APP = app("management.server.port=0", "management.server.base-path=/internal",
				"management.endpoints.web.base-path=/ops", "management.endpoints.web.path-mapping.health=alive",
				"management.endpoints.web.cors.allowed-origins=https://app.example.com");

		private final Wire wire = management(APP);

		/**
		 * Health is open where it is.
		 */
		@ParameterizedTest
		@CsvSource({ "GET /internal/ops/alive, 200", "GET /internal/ops/env, 401", "GET /internal/ops, 401",
				"GET /ops/alive, 404", "GET /internal/alive, 401" })
		void whenPathsAreOthersThenTheyCount(String request, int status) {
			assertThat(this.wire.send(request).status()).isEqualTo(status);
		}

		/**
		 * Pages of other origins may ask what the actuator says.
		 */
		@Test
		void whenActuatorSharesThenPreFlightIsAnswered() {
			Reply reply = this.wire.send("OPTIONS /internal/ops/env", "Origin: https://app.example.com",
					"Access-Control-Request-Method: GET");
			assertThat(reply.status()).isEqualTo(200);
			assertThat(reply.headers("Access-Control-Allow-Origin")).containsExactly("https://app.example.com");
		}

	}

	/**
	 * At the root of the application's port.
	 */
	@Nested
	class AtRoot {

		@RegisterExtension
		static final TestApp APP = app("management.endpoints.web.base-path=/", "server.servlet.context-path=/context",
				"spring.mvc.servlet.path=/servlet");

		private final Wire wire = Wire.to(APP.port());

		/**
		 * Endpoints are known by their own paths, and handlers stay what they are.
		 */
		@ParameterizedTest
		@CsvSource({ "/context/servlet/health, 200", "/context/servlet/env, 401", "/context/servlet/page, 200" })
		void whenBasePathIsRootThenEndpointsAreKnown(String path, int status) {
			assertThat(this.wire.send("GET " + path).status()).isEqualTo(status);
		}

		/**
		 * C5: they need their permissions.
		 */
		@Test
		void whenStrangerAsksThenForbidden() {
			assertThat(this.wire.send("GET /context/servlet/env", NEITHER).status()).isEqualTo(403);
			assertThat(this.wire.send("GET /context/servlet/env", READ).status()).isEqualTo(200);
		}

	}

	private static Wire management(TestApp app) {
		return Wire.to(app.bean(Environment.class).getRequiredProperty("local.management.port", Integer.class));
	}

	/**
	 * Handlers of the application whose patterns fit endpoints as well.
	 */
	@RestController
	static class Pages {

		@PublicAccess
		@GetMapping("/page")
		String page() {
			return "page";
		}

		@RequirePermission("pages:read")
		@GetMapping("/{area}/{page}")
		String any() {
			return "any";
		}

	}

}
