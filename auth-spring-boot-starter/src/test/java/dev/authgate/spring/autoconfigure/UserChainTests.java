package dev.authgate.spring.autoconfigure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.UnreachableFilterChainException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Filter chains of the application beside ours.
 */
class UserChainTests {

	private static final WebApplicationContextRunner APPLICATION = TestApplications.runner()
		.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0")
		.withUserConfiguration(Handlers.class);

	@ParameterizedTest
	@ValueSource(classes = { UnorderedChain.class, OrderedChain.class })
	void whenChainHasItsOwnPathsThenItTakesThemAlone(Class<?> chain) {
		APPLICATION.withUserConfiguration(chain).run((context) -> {
			assertThat(status(context, "/own/a")).isEqualTo(200);
			assertThat(status(context, "/other")).isEqualTo(401);
		});
	}

	@ParameterizedTest
	@ValueSource(classes = { UnorderedGreedyChain.class, OrderedGreedyChain.class })
	void whenChainTakesEveryRequestThenRefused(Class<?> chain) {
		APPLICATION.withUserConfiguration(chain)
			.run((context) -> assertThat(context).getFailure()
				.hasRootCauseInstanceOf(UnreachableFilterChainException.class));
	}

	@Test
	void whenOursIsLeftOutThenTheOtherTakesEveryRequest() {
		APPLICATION.withUserConfiguration(UnorderedGreedyChain.class)
			.withPropertyValues("authgate.catch-all=none")
			.run((context) -> assertThat(status(context, "/other")).isEqualTo(200));
	}

	private static int status(AssertableWebApplicationContext context, String path) {
		MockMvcTester mvc = MockMvcTester.from(context,
				(builder) -> builder.apply(SecurityMockMvcConfigurers.springSecurity()).build());
		return mvc.get().uri(path).exchange().getResponse().getStatus();
	}

	@Configuration(proxyBeanMethods = false)
	static class UnorderedChain {

		@Bean
		SecurityFilterChain own(HttpSecurity http) {
			return http.securityMatcher("/own/**").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedChain {

		@Bean
		@Order(1)
		SecurityFilterChain own(HttpSecurity http) {
			return http.securityMatcher("/own/**").build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class UnorderedGreedyChain {

		@Bean
		SecurityFilterChain greedy(HttpSecurity http) {
			return http.build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedGreedyChain {

		@Bean
		@Order(1)
		SecurityFilterChain greedy(HttpSecurity http) {
			return http.build();
		}

	}

	@RestController
	static class Handlers {

		@GetMapping({ "/own/a", "/other" })
		String answer() {
			return "answer";
		}

	}

}
