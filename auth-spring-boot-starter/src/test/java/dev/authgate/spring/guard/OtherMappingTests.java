package dev.authgate.spring.guard;

import java.lang.reflect.Method;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import jakarta.servlet.http.HttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers that other mappings serve, and handlers that come and go.
 */
class OtherMappingTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, Mappings.class)
		.with("authgate.public-paths=/files/open.txt,/routed/open,/later/open/**",
				"spring.web.resources.static-locations=classpath:/guard/static/")
		.route(0, "paths=/routed/admin", "roles=admin")
		.route(1, "paths=/later/any", "access=optional");

	private final AtomicInteger lookups = APP.bean(AtomicInteger.class);

	private final RequestMappingHandlerMapping mapping = (RequestMappingHandlerMapping) APP
		.bean("requestMappingHandlerMapping");

	private final Later later = new Later();

	@AfterEach
	void forgetLaterHandlers() {
		this.mapping.getHandlerMethods()
			.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().getBeanType() == Later.class)
			.forEach((entry) -> this.mapping.unregisterMapping(entry.getKey()));
	}

	@Test
	void whenAnotherMappingServesThePathOfPublicHandlerThenDefaultHolds() {
		assertThat(APP.get("/shadowed").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/shadowed").body()).contains("custom");
	}

	@Test
	void whenRouterServesThePathOfPublicHandlerThenDefaultHolds() {
		assertThat(APP.get("/routed-too").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/routed-too").body()).contains("routed");
	}

	@Test
	void whenRouterServesThenDefaultAndRulesHold() {
		assertThat(APP.get("/routed").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/routed").status()).isEqualTo(200);
		assertThat(APP.get("/routed/open").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/routed/admin").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.ADMIN, "/routed/admin").status()).isEqualTo(200);
	}

	@Test
	void whenResourceIsServedThenDefaultAndRulesHold() {
		assertThat(APP.get("/files/open.txt").body()).contains("open file");
		assertThat(APP.get("/files/closed.txt").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/files/closed.txt").body()).contains("closed file");
	}

	@Test
	void whenHandlersHaveNoAnnotationThenNoMappingIsAskedBeforeDispatch() {
		assertThat(lookupsOf("/plain")).isEqualTo(1);
	}

	@Test
	void whenCustomMappingsComeFirstThenTheyAreAskedBeforeDispatchToo() {
		assertThat(lookupsOf("/guarded")).isEqualTo(2);
	}

	@Test
	void whenHandlerIsRegisteredLaterThenItsGuardMustBeMet() throws Exception {
		register("guarded", "/later/guarded");
		assertThat(APP.get("/later/guarded").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.ADMIN, "/later/guarded").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/later/guarded").body()).contains("guarded");
	}

	@Test
	void whenHandlerIsRegisteredLaterUnderPublicRuleThenItIsDenied() throws Exception {
		register("guarded", "/later/open/x");
		assertThat(APP.get("/later/open/x").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/later/open/x").status()).isEqualTo(401);
	}

	@Test
	void whenPlainHandlerIsRegisteredLaterThenRuleHolds() throws Exception {
		register("plain", "/later/open/plain");
		register("plain", "/later/plain");
		assertThat(APP.get("/later/open/plain").status()).isEqualTo(200);
		assertThat(APP.get("/later/plain").status()).isEqualTo(401);
	}

	@Test
	void whenPublicHandlerIsRegisteredLaterThenDefaultHolds() throws Exception {
		register("open", "/later/closed");
		assertThat(APP.get("/later/closed").status()).isEqualTo(401);
		assertThat(APP.getAs(TestApp.READER, "/later/closed").status()).isEqualTo(200);
	}

	@Test
	void whenHandlerIsReplacedThenGuardOfTheNewOneHolds() throws Exception {
		RequestMappingInfo info = infoOf("/replaced");
		this.mapping.unregisterMapping(info);
		register("guarded", "/replaced");
		assertThat(APP.get("/replaced").status()).isEqualTo(401);
		this.mapping.registerMapping(info, APP.bean(Handlers.class), Handlers.class.getDeclaredMethod("replaced"));
		forgetLaterHandlers();
		assertThat(APP.get("/replaced").status()).isEqualTo(200);
	}

	@Test
	void whenPublicHandlerIsUnregisteredThenResourceBehindItIsNotOpen() throws Exception {
		RequestMappingInfo info = infoOf("/files/behind.txt");
		assertThat(APP.get("/files/behind.txt").body()).contains("handler");
		this.mapping.unregisterMapping(info);
		assertThat(APP.get("/files/behind.txt").status()).isEqualTo(401);
		this.mapping.registerMapping(info, APP.bean(Handlers.class), Handlers.class.getDeclaredMethod("behind"));
	}

	private int lookupsOf(String path) {
		int before = this.lookups.get();
		APP.getAs(TestApp.READER, path);
		return this.lookups.get() - before;
	}

	private void register(String method, String path) throws Exception {
		Method handler = Later.class.getDeclaredMethod(method);
		this.mapping.registerMapping(
				RequestMappingInfo.paths(path).options(this.mapping.getBuilderConfiguration()).build(), this.later,
				handler);
	}

	private RequestMappingInfo infoOf(String path) {
		return this.mapping.getHandlerMethods()
			.keySet()
			.stream()
			.filter((info) -> info.getPatternValues().contains(path))
			.findFirst()
			.orElseThrow();
	}

	@RestController
	static class Handlers {

		@PublicAccess
		@GetMapping({ "/shadowed", "/routed-too" })
		String shadowed() {
			return "annotated";
		}

		@GetMapping("/plain")
		String plain() {
			return "plain";
		}

		@RequirePermission("threads:read")
		@GetMapping("/guarded")
		String guarded() {
			return "guarded";
		}

		@PublicAccess
		@GetMapping("/replaced")
		String replaced() {
			return "replaced";
		}

		@PublicAccess
		@GetMapping("/files/behind.txt")
		String behind() {
			return "handler";
		}

	}

	static class Later {

		@RequirePermission("threads:read")
		@org.springframework.web.bind.annotation.ResponseBody
		public String guarded() {
			return "guarded";
		}

		@org.springframework.web.bind.annotation.ResponseBody
		public String plain() {
			return "plain";
		}

		@PublicAccess
		@org.springframework.web.bind.annotation.ResponseBody
		public String open() {
			return "open";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Mappings {

		@Bean
		AtomicInteger lookups() {
			return new AtomicInteger();
		}

		@Bean
		HandlerMapping counting(AtomicInteger lookups) {
			return new Counting(lookups);
		}

		@Bean
		SimpleUrlHandlerMapping custom() {
			HttpRequestHandler handler = (request, response) -> response.getWriter().write("custom");
			SimpleUrlHandlerMapping mapping = new SimpleUrlHandlerMapping(java.util.Map.of("/shadowed", handler));
			mapping.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return mapping;
		}

		@Bean
		@Qualifier("routes")
		RouterFunction<ServerResponse> routes() {
			return RouterFunctions.route()
				.GET("/routed", (request) -> ServerResponse.ok().body("routed"))
				.GET("/routed-too", (request) -> ServerResponse.ok().body("routed"))
				.GET("/routed/open", (request) -> ServerResponse.ok().body("routed"))
				.GET("/routed/admin", (request) -> ServerResponse.ok().body("routed"))
				.build();
		}

	}

	static class Counting extends AbstractHandlerMapping {

		private final AtomicInteger lookups;

		Counting(AtomicInteger lookups) {
			this.lookups = lookups;
			setOrder(Ordered.HIGHEST_PRECEDENCE);
		}

		@Override
		protected Object getHandlerInternal(HttpServletRequest request) {
			this.lookups.incrementAndGet();
			return null;
		}

	}

}
