package dev.authgate.spring.app;

import java.util.List;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.spring.web.caller.CallerAuthentication;

import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Applications with guarded beans, and callers of them.
 */
final class BeanCalls {

	private BeanCalls() {
	}

	static void run(List<String> properties, ThrowingConsumer test, Class<?>... more) {
		WebApplicationContextRunner runner = Slim.application(GuardedBeans.class)
			.withUserConfiguration(more)
			.withPropertyValues(properties.toArray(String[]::new));
		runner.run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(context);
		});
	}

	static void as(String... permissions) {
		authenticate(Caller.of(AuthUser.of("tina", permissions), "test"));
	}

	static void asRole(String role) {
		authenticate(Caller.of(AuthUser.of("tina"), "test").withRoles(Set.of(role)));
	}

	private static void authenticate(Caller caller) {
		SecurityContextHolder.getContext().setAuthentication(new CallerAuthentication(caller));
	}

	/**
	 * What a test does with an application.
	 */
	@FunctionalInterface
	interface ThrowingConsumer {

		void accept(ApplicationContext context) throws Exception;

	}

}
