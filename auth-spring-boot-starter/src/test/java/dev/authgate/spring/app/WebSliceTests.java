package dev.authgate.spring.app;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A slice of the web layer has our chain, and no other.
 */
@WebMvcTest(controllers = UserHandlers.class,
		properties = { "authgate.api-keys.keys[0].key=" + Slim.KEY, "authgate.report.enabled=false" })
class WebSliceTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private ApplicationContext context;

	/**
	 * The chain is ours alone.
	 */
	@Test
	void whenSlicedThenChainIsOurs() {
		assertThat(this.context.getBeanNamesForType(SecurityFilterChain.class))
			.containsExactly("authgateSecurityFilterChain");
	}

	/**
	 * F1, F2: it guards, in our form.
	 */
	@Test
	void whenSlicedThenGuarded() {
		assertThat(this.mvc.get().uri("/api/user")).hasStatus(401).bodyText().contains("missing_credentials");
		assertThat(this.mvc.get().uri("/api/user").header("X-API-Key", Slim.KEY)).hasStatus(200);
		assertThat(this.mvc.get().uri("/api/threads").header("X-API-Key", Slim.KEY)).hasStatus(403);
	}

	/**
	 * Preset callers work there too.
	 */
	@Test
	@WithMockUser(authorities = "threads:read")
	void whenCallerIsPresetThenAllowed() {
		assertThat(this.mvc.get().uri("/api/threads")).hasStatus(200);
	}

	/**
	 * The application that is sliced.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(UserHandlers.class)
	static class Application {

	}

}
