package dev.authgate.spring.guard;

import dev.authgate.Authenticated;
import dev.authgate.OptionalAuthentication;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.RequireRole;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application whose beans have annotations that nothing would enforce does not start.
 */
class BeanMethodRefusalTests {

	@ParameterizedTest
	@ValueSource(classes = { PublicService.class, OptionalService.class, AuthenticatedService.class,
			PublicServiceMethod.class, PublicHelperOfController.class })
	void whenAccessIsAnnotatedOffHandlerThenRefused(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName(), "no handler");
	}

	@ParameterizedTest
	@ValueSource(classes = { PrivateMethod.class, FinalMethod.class, StaticMethod.class, FinalMethodOfClass.class,
			PrivateMethodOfController.class, FinalMethodBehindInterface.class })
	void whenRequiringMethodCannotBeInterceptedThenRefused(Class<?> source) {
		assertThat(RefusedStart.of(source)).contains(source.getSimpleName() + ".run", "intercepted");
	}

	@Test
	void whenRequiringMethodCanBeInterceptedThenItStarts() {
		RefusedStart.starts(Service.class);
	}

	@Test
	void whenBeanIsProxiedByItsInterfaceThenItStarts() {
		RefusedStart.starts(InterfaceService.class, "spring.aop.proxy-target-class=false");
	}

	@PublicAccess
	static class PublicService {

	}

	@OptionalAuthentication
	static class OptionalService {

	}

	@Authenticated
	static class AuthenticatedService {

	}

	static class PublicServiceMethod {

		@PublicAccess
		void run() {
		}

	}

	@RestController
	static class PublicHelperOfController {

		@GetMapping("/x")
		String get() {
			return "";
		}

		@PublicAccess
		void run() {
		}

	}

	static class PrivateMethod {

		@RequirePermission("threads:read")
		private void run() {
		}

	}

	static class FinalMethod {

		@RequireRole("admin")
		public final void run() {
		}

	}

	static class StaticMethod {

		@RequirePermission("threads:read")
		static void run() {
		}

	}

	@RequirePermission("threads:read")
	static class FinalMethodOfClass {

		public final void run() {
		}

	}

	@RestController
	static class PrivateMethodOfController {

		@GetMapping("/x")
		String get() {
			return "";
		}

		@RequirePermission("threads:read")
		private void run() {
		}

	}

	interface Running {

		void other();

	}

	static class FinalMethodBehindInterface implements Running {

		@RequirePermission("threads:read")
		public final void run() {
		}

		@Override
		public void other() {
		}

	}

	@RequirePermission("threads:read")
	static class Service {

		@RequireRole("admin")
		public void run() {
			helper();
		}

		private void helper() {
		}

	}

	interface Greeting {

		@RequirePermission("threads:read")
		void greet();

	}

	static class InterfaceService implements Greeting {

		@Override
		public void greet() {
		}

	}

}
