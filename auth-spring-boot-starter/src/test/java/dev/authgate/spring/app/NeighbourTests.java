package dev.authgate.spring.app;

import java.util.List;

import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManagerResolver;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What else an application has of Spring Security and Spring Boot.
 */
@ExtendWith(OutputCaptureExtension.class)
class NeighbourTests {

	/**
	 * Boot makes up no user whose password would open nothing.
	 */
	@Test
	void whenStartedThenBootGeneratesNoPassword(CapturedOutput output) {
		Slim.application(UserHandlers.class).run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(UserDetailsService.class);
			assertThat(output).doesNotContain("generated security password");
		});
	}

	/**
	 * Boot's own user stays where it is configured, and we publish nothing in its way.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "spring.security.user.name=boot", "spring.security.user.password=boot" })
	void whenBootUserIsConfiguredThenItIsThere(String property) {
		Slim.application(UserHandlers.class).withPropertyValues(property).run((context) -> {
			assertThat(context).hasSingleBean(UserDetailsService.class)
				.doesNotHaveBean(AuthenticationManagerResolver.class);
			assertGuarded(Slim.mvc(context));
		});
	}

	/**
	 * The application's own users stay the only ones.
	 */
	@Test
	void whenApplicationHasUsersThenTheyStay(CapturedOutput output) {
		Slim.application(UserHandlers.class, OwnUsers.class).run((context) -> {
			assertThat(context).hasSingleBean(UserDetailsService.class).hasBean("ownUsers");
			assertThat(output).doesNotContain("generated security password");
			assertGuarded(Slim.mvc(context));
		});
	}

	/**
	 * Where our chain takes the place of one of Boot's, a warning says so once and names
	 * the way out.
	 */
	@ParameterizedTest
	@CsvSource({ "spring.security.oauth2.resourceserver.jwt.jwk-set-uri, authgate.jwt",
			"spring.security.oauth2.resourceserver.opaquetoken.introspection-uri, authgate.jwt",
			"spring.security.oauth2.client.registration.a.client-id, authgate.login" })
	void whenBootChainIsReplacedThenWarned(String property, String remedy, CapturedOutput output) {
		Slim.application(UserHandlers.class)
			.withPropertyValues(property + "=https://idp.example.com")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(warnings(output)).singleElement().asString().contains(property.substring(0, 28), remedy);
			});
	}

	/**
	 * Where there is nothing to replace, nothing is said.
	 */
	@Test
	void whenNothingIsReplacedThenNoWarning(CapturedOutput output) {
		String property = "spring.security.oauth2.resourceserver.jwt.jwk-set-uri=https://idp.example.com";
		Slim.application(UserHandlers.class).run((context) -> assertThat(warnings(output)).isEmpty());
		Slim.application(UserHandlers.class, OwnChain.class)
			.withPropertyValues(property)
			.run((context) -> assertThat(warnings(output)).isEmpty());
		Slim.application(UserHandlers.class)
			.withPropertyValues(property, "authgate.catch-all=none")
			.run((context) -> assertThat(warnings(output)).isEmpty());
	}

	/**
	 * Our chain can be left out, with a warning; Boot's is there then.
	 */
	@Test
	void whenCatchAllIsNoneThenChainIsNotOurs(CapturedOutput output) {
		Slim.application(UserHandlers.class).withPropertyValues("authgate.catch-all=none").run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean("authgateSecurityFilterChain");
			assertThat(context).hasSingleBean(SecurityFilterChain.class);
			assertThat(output.getAll().split("authgate.catch-all is 'none'", -1)).hasSize(2);
		});
	}

	/**
	 * Filters are not observed unless the application asks for it.
	 */
	@Test
	void whenApplicationObservesThenFiltersAreLeftOut() {
		Slim.application(UserHandlers.class, Observes.class).run((context) -> {
			SecurityObservationSettings settings = context.getBean(SecurityObservationSettings.class);
			assertThat(settings.shouldObserveRequests()).isFalse();
			assertThat(settings.shouldObserveAuthentications()).isTrue();
		});
		Slim.application(UserHandlers.class, Observes.class, ObservesFilters.class)
			.run((context) -> assertThat(context.getBean(SecurityObservationSettings.class).shouldObserveRequests())
				.isTrue());
	}

	/**
	 * An application that makes its beans when they are needed is guarded from the start.
	 */
	@Test
	void whenBeansAreLazyThenGuarded() {
		try (TestApp app = TestApp.serving(UserHandlers.class).with("spring.main.lazy-initialization=true").start()) {
			assertThat(app.get("/api/user").status()).isEqualTo(401);
			assertThat(app.getAs(TestApp.READER, "/api/threads").status()).isEqualTo(200);
			assertThat(app.getAs(TestApp.ADMIN, "/api/threads").status()).isEqualTo(403);
		}
	}

	private static void assertGuarded(MockMvc mvc) {
		MockMvcTester tester = MockMvcTester.create(mvc);
		assertThat(tester.get().uri("/api/user")).hasStatus(401).bodyText().contains("missing_credentials");
		assertThat(tester.get().uri("/api/user").header("X-API-Key", Slim.KEY)).hasStatus(200);
	}

	private static List<String> warnings(CapturedOutput output) {
		return output.getAll().lines().filter((line) -> line.contains("but authgate guards every request")).toList();
	}

	/**
	 * Users of the application's own.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnUsers {

		@Bean
		UserDetailsService ownUsers() {
			return new InMemoryUserDetailsManager(User.withUsername("own").password("{noop}own").build());
		}

	}

	/**
	 * A chain of the application's own.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OwnChain {

		@Bean
		SecurityFilterChain ownChain(HttpSecurity http) {
			return http.securityMatcher("/own/**").build();
		}

	}

	/**
	 * Observes.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Observes {

		@Bean
		ObservationRegistry registry() {
			return ObservationRegistry.create();
		}

	}

	/**
	 * Asks for filters as well.
	 */
	@Configuration(proxyBeanMethods = false)
	static class ObservesFilters {

		@Bean
		SecurityObservationSettings settings() {
			return SecurityObservationSettings.withDefaults().shouldObserveRequests(true).build();
		}

	}

}
