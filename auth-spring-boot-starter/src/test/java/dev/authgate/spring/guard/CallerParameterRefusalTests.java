package dev.authgate.spring.guard;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

import static dev.authgate.spring.app.RefusedStart.rule;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose parameters cannot take the caller, or would take one from the
 * client, does not start.
 */
class CallerParameterRefusalTests {

	@ParameterizedTest
	@ValueSource(classes = { PublicUser.class, OptionalUser.class, OptionalCaller.class })
	void whenCallerMayBeAbsentThenParameterMustAllowForIt(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName() + ".get", "@Nullable", "Optional<");
	}

	@Test
	void whenRuleOpensHandlerThenItsParameterMustAllowForIt() {
		assertThat(RefusedStart.of(UserOfRule.class, "authgate.public-paths=/user")).contains("UserOfRule.get");
		assertThat(RefusedStart.of(UserOfRule.class, rule("paths=/user", "access=optional")))
			.contains("UserOfRule.get");
		RefusedStart.starts(UserOfRule.class);
	}

	@Test
	void whenParameterAllowsForAbsentCallerThenItStarts() {
		RefusedStart.starts(AllowingUser.class);
	}

	@ParameterizedTest
	@ValueSource(classes = { BodyUser.class, ModelUser.class, BodyCaller.class })
	void whenCallerIsBoundThenRefused(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName() + ".post", "what the client sends");
	}

	@RestController
	static class PublicUser {

		@PublicAccess
		@GetMapping("/x")
		String get(AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class OptionalUser {

		@OptionalAuthentication
		@GetMapping("/x")
		String get(AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class OptionalCaller {

		@OptionalAuthentication
		@GetMapping("/x")
		String get(Caller caller) {
			return caller.authenticator();
		}

	}

	@RestController
	static class UserOfRule {

		@GetMapping("/user")
		String get(AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class AllowingUser {

		@PublicAccess
		@GetMapping("/x")
		String get(@org.jspecify.annotations.Nullable AuthUser user) {
			return "";
		}

		@OptionalAuthentication
		@GetMapping("/y")
		String optional(java.util.Optional<AuthUser> user, java.util.Optional<Caller> caller) {
			return "";
		}

	}

	@RestController
	static class BodyUser {

		@PostMapping("/x")
		String post(@RequestBody AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class ModelUser {

		@PostMapping("/x")
		String post(@ModelAttribute AuthUser user) {
			return user.id();
		}

	}

	@RestController
	static class BodyCaller {

		@PostMapping("/x")
		String post(@RequestBody Caller caller) {
			return caller.authenticator();
		}

	}

}
