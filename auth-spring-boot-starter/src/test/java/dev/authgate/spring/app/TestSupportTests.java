package dev.authgate.spring.app;

import java.security.Principal;
import java.util.concurrent.Callable;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.PublicAccess;
import dev.authgate.spring.web.caller.CallerAuthentication;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;

/**
 * Spring Security's test support, which presets who calls.
 */
@SpringBootTest(classes = TestSupportTests.Application.class,
		properties = { "authgate.api-keys.keys[0].key=" + Slim.KEY, "authgate.api-keys.keys[0].app=slim",
				"authgate.report.enabled=false" })
@AutoConfigureMockMvc
class TestSupportTests {

	@Autowired
	private MockMvcTester mvc;

	/**
	 * Nobody is preset: the guard holds.
	 */
	@Test
	void whenNobodyIsPresetThenUnauthorized() {
		assertThat(get("/api/user")).hasStatus(401);
	}

	/**
	 * The annotation presets a caller, whose authorities are permissions.
	 */
	@Test
	@WithMockUser(username = "mock", authorities = "threads:read")
	void whenMockUserHasPermissionThenAllowed() {
		assertThat(get("/api/threads")).hasStatus(200);
		assertThat(get("/api/user")).bodyText()
			.isEqualTo("{\"id\":\"mock\",\"data\":{},\"permissions\":[\"threads:read\"]}");
	}

	/**
	 * C5: a preset caller is judged like any other.
	 */
	@Test
	@WithMockUser(roles = "clerk")
	void whenMockUserLacksPermissionThenForbidden() {
		assertThat(get("/api/threads")).hasStatus(403).bodyText().contains("\"missing\":[\"threads:read\"]");
		assertThat(get("/test/clerk")).hasStatus(200).bodyText().isEqualTo("user");
	}

	/**
	 * A wildcard counts only where we granted it.
	 */
	@Test
	@WithMockUser(authorities = "*:*")
	void whenMockUserHasWildcardThenForbidden() {
		assertThat(get("/api/threads")).hasStatus(403);
	}

	/**
	 * An anonymous user is nobody.
	 */
	@Test
	@WithAnonymousUser
	void whenMockUserIsAnonymousThenUnauthorized() {
		assertThat(get("/api/user")).hasStatus(401);
		assertThat(get("/api/user", anonymous())).hasStatus(401);
	}

	/**
	 * A single request can have a caller of its own.
	 */
	@Test
	void whenRequestPresetsUserThenAllowed() {
		assertThat(get("/api/user", user("once"))).hasStatus(200).bodyText().contains("\"id\":\"once\"");
		Caller caller = Caller.of(AuthUser.of("ours", "threads:read"), "api-key");
		assertThat(get("/api/threads", authentication(new CallerAuthentication(caller)))).hasStatus(200);
		assertThat(get("/api/user")).hasStatus(401);
	}

	/**
	 * A token against forgery is neither needed nor in the way.
	 */
	@Test
	@WithMockUser
	void whenRequestPostsThenNoCsrfTokenIsNeeded() {
		assertThat(this.mvc.post().uri("/api/user")).hasStatus(200);
		assertThat(this.mvc.post().uri("/api/user").with(csrf())).hasStatus(200);
	}

	/**
	 * The credential of a request decides alone.
	 */
	@Test
	@WithMockUser(username = "mock", authorities = "threads:read")
	void whenRequestHasCredentialThenPresetCallerDoesNotCount() {
		assertThat(get("/api/user", key("wrong"))).hasStatus(401);
		assertThat(get("/api/user", key(Slim.KEY))).bodyText().contains("\"id\":\"slim\"");
		assertThat(get("/api/threads", key(Slim.KEY))).hasStatus(403);
	}

	/**
	 * On public routes the preset caller is seen too, and by other threads.
	 */
	@Test
	@WithMockUser(username = "mock", roles = "clerk")
	void whenRouteIsPublicThenPresetCallerIsKnown() {
		assertThat(get("/test/public")).hasStatus(200).bodyText().isEqualTo("mock");
		assertThat(get("/test/callable")).hasStatus(200).bodyText().isEqualTo("mock");
		assertThat(get("/test/denied")).hasStatus(403);
	}

	/**
	 * Spring Security's matchers find the caller.
	 */
	@Test
	void whenCallerIsAuthenticatedThenMatchersKnow() {
		assertThat(get("/api/user", key(Slim.KEY))).matches(authenticated().withUsername("slim"));
	}

	private MvcTestResult get(String path, RequestPostProcessor... more) {
		MockMvcTester.MockMvcRequestBuilder request = this.mvc.get().uri(path);
		for (RequestPostProcessor processor : more) {
			request.with(processor);
		}
		return request.exchange();
	}

	private static RequestPostProcessor key(String key) {
		return (request) -> {
			request.addHeader("X-API-Key", key);
			return request;
		};
	}

	/**
	 * A small application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ UserHandlers.class, PresetHandlers.class })
	static class Application {

	}

	/**
	 * Handlers that tell who is preset.
	 */
	@RestController
	static class PresetHandlers {

		@PreAuthorize("hasRole('clerk')")
		@GetMapping("/test/clerk")
		String clerk(AuthUser user) {
			return user.id();
		}

		@PublicAccess
		@GetMapping("/test/public")
		String open(Principal principal) {
			return principal.getName();
		}

		@PublicAccess
		@GetMapping("/test/callable")
		Callable<String> callable() {
			return DispatchHandlers::contextName;
		}

		@PublicAccess
		@PreAuthorize("hasRole('nobody')")
		@GetMapping("/test/denied")
		String denied() {
			return "never";
		}

	}

}
