package dev.authgate.spring.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Class paths without what is optional.
 */
class MissingClassesTests {

	private static final WebApplicationContextRunner APPLICATION = TestApplications.runner()
		.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0", "authgate.permissions.threads=read");

	/**
	 * The actuator and observations are needed neither as a whole nor in part.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "org.springframework.boot.actuate", "org.springframework.boot.actuate.autoconfigure",
			"org.springframework.boot.health", "io.micrometer.core", "org.springframework.boot.micrometer" })
	void whenOptionalClassesAreMissingThenGuarded(String missing) {
		APPLICATION.withClassLoader(new FilteredClassLoader(missing)).run((context) -> {
			assertThat(context).hasNotFailed();
			MockMvcTester mvc = MockMvcTester.from(context,
					(builder) -> builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
			assertThat(mvc.get().uri("/x")).hasStatus(401);
			assertThat(mvc.get().uri("/x").header("X-API-Key", "0123456789abcdef0")).hasStatus(404);
		});
	}

	/**
	 * Where nothing is observed, nothing is said about it.
	 */
	@Test
	void whenNothingIsObservedThenNoSettings() {
		APPLICATION
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SecurityObservationSettings.class));
	}

}
