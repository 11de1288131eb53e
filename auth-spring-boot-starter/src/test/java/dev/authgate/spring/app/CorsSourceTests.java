package dev.authgate.spring.app;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pages of other origins may ask and read where something else than handlers says
 * so.
 */
class CorsSourceTests {

	private static final String FRIEND = "https://app.example.com";

	/**
	 * {@code authgate.cors} holds on all routes, found or not.
	 */
	@Test
	void whenPropertiesShareThenPreFlightsAndRefusalsCanBeRead() {
		WebApplicationContextRunner runner = Slim.application(WorkspaceHandlers.class)
			.withPropertyValues("authgate.cors.allowed-origins=" + FRIEND,
					"authgate.jwt.secret=" + Workspace.JWT_SECRET, "authgate.default-authenticator=api-key, jwt");
		Slim.serve(runner, CorsSourceTests::assertShared);
		Slim.serve(runner, (mvc) -> assertThat(preFlight(mvc, "/none", FRIEND)).hasStatus(200));
	}

	/**
	 * A page that may not ask is refused in our form before anything else.
	 */
	@Test
	void whenPropertiesDoNotShareWithOriginThenRefused() {
		Slim.serve(Slim.application().withPropertyValues("authgate.cors.allowed-origins=" + FRIEND), (mvc) -> {
			MvcTestResult answer = get(mvc, "/none", "https://evil.example.com");
			assertThat(answer).hasStatus(403).bodyText().contains("\"code\":\"access_denied\"");
			assertThat(answer).doesNotContainHeader("Access-Control-Allow-Origin");
			assertThat(answer).hasHeader("X-Frame-Options", "DENY");
		});
	}

	/**
	 * What the application tells Spring MVC counts before authentication.
	 */
	@Test
	void whenMvcSharesThenPreFlightsAndRefusalsCanBeRead() {
		Slim.serve(tokens(MvcShares.class), CorsSourceTests::assertShared);
	}

	/**
	 * What the application tells Spring Security counts as well.
	 */
	@Test
	void whenSourceBeanSharesThenPreFlightsAndRefusalsCanBeRead() {
		Slim.serve(tokens(SourceShares.class), CorsSourceTests::assertShared);
		Slim.serve(tokens(SourceShares.class),
				(mvc) -> assertThat(preFlight(mvc, "/api/user", FRIEND)).hasHeader("X-Frame-Options", "DENY"));
	}

	private static WebApplicationContextRunner tokens(Class<?> sharing) {
		return Slim.application(WorkspaceHandlers.class, sharing)
			.withPropertyValues("authgate.jwt.secret=" + Workspace.JWT_SECRET,
					"authgate.default-authenticator=api-key, jwt");
	}

	private static void assertShared(MockMvc mvc) {
		assertThat(preFlight(mvc, "/api/user", FRIEND)).hasStatus(200).hasHeader("Access-Control-Allow-Origin", FRIEND);
		assertThat(get(mvc, "/api/user", FRIEND)).hasStatus(401).hasHeader("Access-Control-Allow-Origin", FRIEND);
		assertThat(get(mvc, "/api/user", "https://evil.example.com"))
			.doesNotContainHeader("Access-Control-Allow-Origin");
		MvcTestResult forbidden = MockMvcTester.create(mvc)
			.get()
			.uri("/api/admin")
			.header("Origin", FRIEND)
			.header("X-API-Key", Slim.KEY)
			.exchange();
		assertThat(forbidden).hasStatus(403).hasHeader("Access-Control-Allow-Origin", FRIEND);
	}

	private static MvcTestResult get(MockMvc mvc, String path, String origin) {
		return MockMvcTester.create(mvc).get().uri(path).header("Origin", origin).exchange();
	}

	private static MvcTestResult preFlight(MockMvc mvc, String path, String origin) {
		return MockMvcTester.create(mvc)
			.options()
			.uri(path)
			.header("Origin", origin)
			.header("Access-Control-Request-Method", "GET")
			.exchange();
	}

	/**
	 * Tells Spring MVC.
	 */
	@Configuration(proxyBeanMethods = false)
	static class MvcShares implements WebMvcConfigurer {

		@Override
		public void addCorsMappings(CorsRegistry registry) {
			registry.addMapping("/api/**").allowedOrigins(FRIEND);
		}

	}

	/**
	 * Tells Spring Security.
	 */
	@Configuration(proxyBeanMethods = false)
	static class SourceShares {

		@Bean
		UrlBasedCorsConfigurationSource source() {
			CorsConfiguration configuration = new CorsConfiguration();
			configuration.setAllowedOrigins(List.of(FRIEND));
			UrlBasedCorsConfigurationSource source = new UrlBasedCorsConfigurationSource();
			source.registerCorsConfiguration("/api/**", configuration.applyPermitDefaultValues());
			return source;
		}

	}

}
