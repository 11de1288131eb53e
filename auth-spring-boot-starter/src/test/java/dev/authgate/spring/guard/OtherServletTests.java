package dev.authgate.spring.guard;

import java.io.IOException;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.RawClient;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests that another servlet than Spring MVC's serves.
 */
class OtherServletTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Servlets.class)
		.with("authgate.public-paths=/other/open", "management.server.port=0", "management.endpoints.web.base-path=/",
				"management.endpoints.web.exposure.include=health,metrics,info")
		.key(3, "ops-key-01234567890123", "ops", "actuator:read");

	@Test
	void whenPathEndsLikeThatOfPublicHandlerThenDefaultHolds() {
		assertThat(APP.get("/page").body()).contains("page");
		assertThat(APP.get("/other/page").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/other/page").body()).contains("other servlet");
	}

	@Test
	void whenPathIsThatOfUnreachablePublicHandlerThenDefaultHolds() {
		assertThat(APP.get("/other/hidden").status()).isEqualTo(401);
	}

	@Test
	void whenPathIsThatOfUnreachableGuardedHandlerThenDefaultHolds() {
		assertThat(APP.getAs(TestApp.ADMIN, "/other/guarded").status()).isEqualTo(200);
	}

	@Test
	void whenRuleOpensPathOfServletThenOpen() {
		assertThat(APP.get("/other/open").body()).contains("other servlet");
	}

	@Test
	void whenManagementServerIsAskedThenHandlersOfTheApplicationDoNotCount() {
		RawClient management = APP.client("local.management.port");
		assertThat(management.send("GET", "/metrics").status()).isEqualTo(401);
		assertThat(management.send("GET", "/metrics", "X-API-Key: " + TestApp.READER).status()).isEqualTo(403);
		assertThat(management.send("GET", "/metrics", "X-API-Key: ops-key-01234567890123").status()).isEqualTo(200);
		assertThat(management.send("GET", "/health").status()).isEqualTo(200);
	}

	@RestController
	static class Handlers {

		@PublicAccess
		@GetMapping({ "/page", "/other/hidden", "/metrics" })
		String page() {
			return "page";
		}

		@RequirePermission("threads:read")
		@GetMapping({ "/other/guarded", "/health", "/info" })
		String guarded() {
			return "guarded";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Servlets {

		@Bean
		ServletRegistrationBean<Other> other() {
			return new ServletRegistrationBean<>(new Other(), "/other/*");
		}

	}

	static class Other extends HttpServlet {

		private static final long serialVersionUID = 1L;

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter().write("other servlet");
		}

	}

}
