package dev.authgate.spring.test;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.authgate.Authenticated;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
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
@SpringBootTest(classes = TestWorkspace.Application.class, webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "authgate.default-authenticator=api-key, jwt", "authgate.report.enabled=false",
				"authgate.permissions.threads=read, write", "authgate.roles.clerk=threads:*",
				"authgate.jwt.secret=" + TestWorkspace.SECRET, "authgate.api-keys.header=X-Key",
				"authgate.api-keys.keys[0].key=" + TestWorkspace.KEY, "authgate.api-keys.keys[0].app=client_1",
				"authgate.api-keys.keys[0].permissions=threads:read",
				"authgate.api-keys.keys[1].key=another-key-of-the-workspace", "authgate.api-keys.keys[1].app=late",
				"authgate.api-keys.keys[1].enabled=false" })
@AutoConfigureMockMvc
@interface TestWorkspace {

	/** The key of client_1, who reads threads. */
	String KEY = "a-key-of-the-test-workspace";

	/** What signs tokens. */
	String SECRET = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b";

	/**
	 * The application.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Handlers.class)
	class Application {

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
