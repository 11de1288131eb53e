package dev.authgate.spring.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequestPolicy;
import dev.authgate.RequirePermission;
import dev.authgate.RequirePolicy;
import dev.authgate.RequireRole;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Runs a test against a small application.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = TestWorkspace.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@interface TestWorkspace {

	/** The key of client_1, who reads threads. */
	String KEY = "a-key-of-the-test-workspace";

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	class Application {

		@Bean
		RequestPolicy officeHours() {
			return (caller, request) -> caller.user().data().containsKey("desk");
		}

	}

	/**
	 * Its handlers.
	 */
	@RestController
	class Handlers {

		@GetMapping("/caller")
		String caller(Caller caller) {
			return caller.user().id() + " " + caller.user().data() + " " + caller.user().permissions() + " "
					+ caller.roles() + " " + caller.authenticator() + " " + caller.app();
		}

		@RequirePermission("threads:read")
		@GetMapping("/threads")
		String threads() {
			return "threads";
		}

		@RequirePermission(value = { "threads:read", "threads:write" }, anyOf = true)
		@RequireRole("clerk")
		@PostMapping("/threads")
		String write() {
			return "written";
		}

		@Authenticated(by = "jwt")
		@GetMapping("/token")
		String token(Caller caller) {
			return caller.user().id();
		}

		@Authenticated(by = "all(api-key, jwt)")
		@GetMapping("/both")
		String both(Caller caller) {
			return caller.user().id() + " " + caller.authenticator();
		}

		@RequirePolicy("officeHours")
		@GetMapping("/desk")
		String desk() {
			return "desk";
		}

		@OptionalAuthentication(lenient = true)
		@GetMapping("/welcome")
		String welcome(@Nullable Caller caller) {
			return (caller != null) ? caller.user().id() : "nobody";
		}

		@OptionalAuthentication
		@GetMapping("/greeting")
		String greeting(@Nullable Caller caller) {
			return (caller != null) ? caller.user().id() : "nobody";
		}

		@PublicAccess
		@GetMapping("/health")
		String health() {
			return "up";
		}

	}

}
