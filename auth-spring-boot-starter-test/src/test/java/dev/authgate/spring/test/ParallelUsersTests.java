package dev.authgate.spring.test;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import dev.authgate.AuthUser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static dev.authgate.spring.test.AuthgateRequests.user;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two tests whose requests wait for each other, so that both are always under way at
 * once.
 */
@SpringBootTest(classes = ParallelUsersTests.Application.class)
@AutoConfigureMockMvc
@Execution(ExecutionMode.CONCURRENT)
class ParallelUsersTests {

	private static final int TIMES = 50;

	@Autowired
	private MockMvcTester mvc;

	@Test
	@WithUser("ann")
	void whenBobsTestRunsTooThenAnnStaysAnn() {
		for (int i = 0; i < TIMES; i++) {
			assertThat(this.mvc.get().uri("/meet")).bodyText().isEqualTo("ann ann");
		}
	}

	@Test
	@WithUser("bob")
	void whenAnnsTestRunsTooThenBobStaysBob() {
		for (int i = 0; i < TIMES; i++) {
			assertThat(this.mvc.get().uri("/meet")).bodyText().isEqualTo("bob bob");
			assertThat(this.mvc.get().uri("/name").with(user("once"))).bodyText().isEqualTo("once");
			assertThat(this.mvc.get().uri("/name")).bodyText().isEqualTo("bob");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	static class Application {

	}

	@RestController
	static class Handlers {

		private final CyclicBarrier both = new CyclicBarrier(2);

		@GetMapping("/meet")
		String meet(AuthUser user) throws Exception {
			this.both.await(30, TimeUnit.SECONDS);
			return user.id() + " " + SecurityContextHolder.getContext().getAuthentication().getName();
		}

		@GetMapping("/name")
		String name(AuthUser user) {
			return user.id();
		}

	}

}
