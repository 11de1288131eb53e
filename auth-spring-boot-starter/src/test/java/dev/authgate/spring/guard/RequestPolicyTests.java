package dev.authgate.spring.guard;

import java.util.Optional;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.OptionalAuthentication;
import dev.authgate.RequestPolicy;
import dev.authgate.RequirePermission;
import dev.authgate.RequirePolicy;
import dev.authgate.spring.app.RawResponse;
import dev.authgate.spring.app.RefusedStart;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Policies of the application's own.
 */
@ExtendWith(OutputCaptureExtension.class)
class RequestPolicyTests {

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Handlers.class, ClassPolicy.class, Policies.class)
		.route(0, "paths=/ruled/**", "policy=notReader, getOnly")
		.route(1, "paths=/ruled/open", "access=optional");

	@Test
	void whenPolicyPermitsThenLetThrough() {
		assertThat(APP.getAs(TestApp.WRITER, "/policy").status()).isEqualTo(200);
	}

	@Test
	void whenPolicyDoesNotPermitThenForbidden() {
		RawResponse response = APP.getAs(TestApp.READER, "/policy");
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.body()).contains("access_denied").doesNotContain("notReader");
	}

	@Test
	void whenCallerIsUnknownThenPolicyIsNotAsked() {
		assertThat(APP.get("/policy").status()).isEqualTo(401);
		assertThat(APP.getAs("rubbish-0123456789", "/broken").status()).isEqualTo(401);
	}

	@Test
	void whenRuleNamesPoliciesThenAllMustPermit() {
		assertThat(APP.getAs(TestApp.WRITER, "/ruled/x").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/ruled/x").status()).isEqualTo(403);
		assertThat(APP.client().post("/ruled/x", "", "X-API-Key: " + TestApp.WRITER).status()).isEqualTo(403);
	}

	@Test
	void whenPolicyDeniesThenPermissionsAreNotTold() {
		assertThat(APP.getAs(TestApp.READER, "/policy/permission").body()).contains("access_denied");
		assertThat(APP.getAs(TestApp.WRITER, "/policy/permission").body()).contains("insufficient_permissions");
	}

	@Test
	void whenClassNamesPolicyThenMethodMayNameAnother() {
		assertThat(APP.getAs(TestApp.READER, "/class/inherited").status()).isEqualTo(403);
		assertThat(APP.getAs(TestApp.READER, "/class/own").status()).isEqualTo(200);
	}

	@Test
	void whenAccessIsOptionalThenAnonymousPassesAndKnownIsJudged() {
		assertThat(APP.get("/policy/optional").body()).isEqualTo("nobody");
		assertThat(APP.getAs(TestApp.READER, "/policy/optional").status()).isEqualTo(403);
		assertThat(APP.get("/ruled/open").status()).isEqualTo(200);
		assertThat(APP.getAs(TestApp.READER, "/ruled/open").status()).isEqualTo(403);
	}

	/** O13. */
	@Test
	void whenPolicyThrowsAuthExceptionThenItsStatusAndMessageAreTheAnswer() {
		RawResponse response = APP.getAs(TestApp.READER, "/closed");
		assertThat(response.status()).isEqualTo(451);
		assertThat(response.body()).contains("Not in this country");
	}

	@Test
	void whenPolicyFailsThenUnavailable(CapturedOutput output) {
		RawResponse response = APP.getAs(TestApp.READER, "/broken");
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.body() + output.getAll()).doesNotContain("canary");
	}

	@Test
	void whenPolicyDoesNotExistThenRefused() {
		assertThat(RefusedStart.of(Unknown.class)).contains("Unknown.get", "the policy 'nowhere'", "RequestPolicy");
		assertThat(RefusedStart.of(Plain.class, "authgate.routes[0].paths=/x", "authgate.routes[0].policy=nowhere"))
			.contains("authgate.routes[0].policy", "the policy 'nowhere'");
	}

	@Test
	void whenPolicyIsRequiredOffHandlerThenRefused() {
		assertThat(RefusedStart.of(NoHandler.class)).contains("@RequirePolicy", "NoHandler.work");
	}

	@RestController
	static class Handlers {

		@RequirePolicy("notReader")
		@GetMapping("/policy")
		String policy() {
			return "in";
		}

		@RequirePolicy("notReader")
		@RequirePermission("users:read")
		@GetMapping("/policy/permission")
		String permission() {
			return "in";
		}

		@OptionalAuthentication
		@RequirePolicy("notReader")
		@GetMapping("/policy/optional")
		String optional(Optional<AuthUser> user) {
			return user.map(AuthUser::id).orElse("nobody");
		}

		@GetMapping({ "/ruled/x", "/ruled/open" })
		String ruled() {
			return "in";
		}

		@PostMapping("/ruled/x")
		String ruledPost() {
			return "in";
		}

		@RequirePolicy("closed")
		@GetMapping("/closed")
		String closed() {
			return "never";
		}

		@RequirePolicy("broken")
		@GetMapping("/broken")
		String broken() {
			return "never";
		}

	}

	@RestController
	@RequestMapping("/class")
	@RequirePolicy("notReader")
	static class ClassPolicy {

		@GetMapping("/inherited")
		String inherited() {
			return "in";
		}

		@RequirePolicy("getOnly")
		@GetMapping("/own")
		String own() {
			return "in";
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Policies {

		@Bean
		RequestPolicy notReader() {
			return (caller, request) -> !"reader".equals(caller.app());
		}

		@Bean
		RequestPolicy getOnly() {
			return (caller, request) -> request.method().equals("GET");
		}

		@Bean
		RequestPolicy closed() {
			return (caller, request) -> {
				throw new AuthException("Not in this country", 451);
			};
		}

		@Bean
		RequestPolicy broken() {
			return (caller, request) -> {
				throw new IllegalStateException("canary");
			};
		}

	}

	@RestController
	static class Unknown {

		@RequirePolicy("nowhere")
		@GetMapping("/x")
		String get() {
			return "never";
		}

	}

	@RestController
	static class Plain {

		@GetMapping("/x")
		String get() {
			return "x";
		}

	}

	@Component
	static class NoHandler {

		@RequirePolicy("notReader")
		public String work() {
			return "never";
		}

	}

}
