package dev.authgate.spring.guard;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.RefusedStart;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications that match paths in a way of their own.
 */
class CaseAndSlashTests {

	@Test
	void whenOnlyHandlersIgnoreCaseThenRefused() {
		assertThat(RefusedStart.of(IgnoringCase.class)).contains("case of a path", "PathPatternRequestMatcher");
	}

	@Test
	void whenOnlyRulesIgnoreCaseThenRefused() {
		assertThat(RefusedStart.of(RulesIgnoringCase.class)).contains("case of a path");
	}

	@Test
	void whenRulesAndHandlersIgnoreCaseThenNoCaseIsAWayAround() {
		try (TestApp app = app(IgnoringCase.class, RulesIgnoringCase.class).start()) {
			assertThat(app.get("/RULED").status()).isEqualTo(401);
			assertThat(app.getAs(TestApp.READER, "/Ruled").status()).isEqualTo(403);
			assertThat(app.get("/GUARDED").status()).isEqualTo(401);
			assertThat(app.getAs(TestApp.READER, "/gUARDED").status()).isEqualTo(200);
			assertThat(app.get("/OPEN").status()).isEqualTo(200);
			assertThat(app.get("/ANNOTATED").status()).isEqualTo(200);
		}
	}

	@Test
	void whenSlashIsRemovedBeforeOurFilterThenTheShortPathIsGuarded() {
		try (TestApp app = app(SlashBefore.class).start()) {
			assertThat(app.get("/ruled/").status()).isEqualTo(401);
			assertThat(app.getAs(TestApp.READER, "/ruled/").status()).isEqualTo(403);
			assertThat(app.getAs(TestApp.ADMIN, "/ruled/").status()).isEqualTo(200);
			assertThat(app.get("/open/").status()).isEqualTo(200);
		}
	}

	@Test
	void whenSlashIsRemovedAfterOurFilterThenTheShortPathIsGuardedAtDispatch() {
		try (TestApp app = app(SlashAfter.class).start()) {
			assertThat(app.get("/ruled/").status()).isEqualTo(401);
			assertThat(app.getAs(TestApp.READER, "/ruled/").status()).isEqualTo(403);
			assertThat(app.getAs(TestApp.ADMIN, "/ruled/").status()).isEqualTo(200);
			assertThat(app.getAs(TestApp.ADMIN, "/guarded/").status()).isEqualTo(403);
			assertThat(app.getAs(TestApp.READER, "/files/secret.txt/").status()).isEqualTo(403);
		}
	}

	private static TestApp app(Class<?>... sources) {
		TestApp app = TestApp.serving(Handlers.class)
			.with("authgate.public-paths=/open", "spring.web.resources.static-locations=classpath:/guard/static/")
			.route(0, "paths=/ruled", "roles=admin")
			.route(1, "paths=/files/secret.txt", "roles=admin");
		return app.and(sources);
	}

	@RestController
	static class Handlers {

		@GetMapping({ "/ruled", "/open" })
		String plain() {
			return "plain";
		}

		@RequirePermission("threads:read")
		@GetMapping("/guarded")
		String guarded() {
			return "guarded";
		}

		@PublicAccess
		@GetMapping("/annotated")
		String annotated() {
			return "annotated";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class IgnoringCase implements WebMvcConfigurer {

		@Override
		public void configurePathMatch(PathMatchConfigurer configurer) {
			configurer.setPatternParser(ignoringCase());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RulesIgnoringCase {

		@Bean
		PathPatternRequestMatcher.Builder matchers() {
			return PathPatternRequestMatcher.withPathPatternParser(ignoringCase());
		}

	}

	private static PathPatternParser ignoringCase() {
		PathPatternParser parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		return parser;
	}

	@Configuration(proxyBeanMethods = false)
	static class SlashBefore {

		@Bean
		FilterRegistrationBean<UrlHandlerFilter> slashes() {
			FilterRegistrationBean<UrlHandlerFilter> registration = new FilterRegistrationBean<>(
					UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SlashAfter {

		@Bean
		FilterRegistrationBean<UrlHandlerFilter> slashes() {
			return new FilterRegistrationBean<>(UrlHandlerFilter.trailingSlashHandler("/**").wrapRequest().build());
		}

	}

}
