package dev.authgate.spring.guard;

import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Router functions are asked who serves a request only where they may serve its path.
 */
class RouterLookupTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Routers.class);

	private final AtomicInteger asked = APP.bean(AtomicInteger.class);

	@Test
	void whenPathIsOfNoRouterThenAskedAtDispatchAlone() {
		assertThat(timesAsked("/guarded")).isEqualTo(1);
	}

	@Test
	void whenPathIsOfRouterThenAskedBefore() {
		assertThat(timesAsked("/served-by-both")).isGreaterThan(1);
	}

	@Test
	void whenRouterServesThePathOfPublicHandlerThenDefaultHolds() {
		assertThat(APP.get("/served-by-both").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/served-by-both").body()).contains("routed");
	}

	private int timesAsked(String path) {
		int before = this.asked.get();
		APP.getAs(TestApp.READER, path);
		return this.asked.get() - before;
	}

	@RestController
	static class Handlers {

		@RequirePermission("threads:read")
		@GetMapping("/guarded")
		String guarded() {
			return "guarded";
		}

		@PublicAccess
		@GetMapping("/served-by-both")
		String open() {
			return "annotated";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Routers {

		@Bean
		AtomicInteger asked() {
			return new AtomicInteger();
		}

		@Bean
		RouterFunction<ServerResponse> router(AtomicInteger asked) {
			RequestPredicate counted = (request) -> asked.incrementAndGet() > 0;
			return RouterFunctions.route(counted.and(RequestPredicates.path("/served-by-both")),
					(request) -> ServerResponse.ok().body("routed"));
		}

	}

}
