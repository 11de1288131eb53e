package dev.authgate.spring.app;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.context.SecurityContextHolder;

import static dev.authgate.spring.app.BeanCalls.as;
import static dev.authgate.spring.app.BeanCalls.asRole;
import static dev.authgate.spring.app.BeanCalls.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Permissions and roles required of callers of beans, with nothing but the
 * auto-configuration.
 */
class BeanMethodTests {

	@AfterEach
	void forget() {
		SecurityContextHolder.clearContext();
	}

	/**
	 * C5, C6: all of what is required, nothing where nothing is.
	 */
	@Test
	void whenMethodRequiresThenCallerIsJudged() {
		run(List.of(), (context) -> {
			GuardedBeans.Vault vault = context.getBean(GuardedBeans.Vault.class);
			as("vault:open", "threads:read");
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(vault::open);
			as("vault:open", "threads:read", "vault:look");
			assertThat(vault.open()).isEqualTo("opened");
			as();
			assertThat(vault.describe()).isEqualTo("a vault");
		});
	}

	/**
	 * C12: without a caller the answer is not about permissions.
	 */
	@Test
	void whenNobodyCallsThenCredentialsAreMissing() {
		run(List.of(), (context) -> assertThatExceptionOfType(AuthenticationCredentialsNotFoundException.class)
			.isThrownBy(context.getBean(GuardedBeans.Vault.class)::open));
	}

	/**
	 * J6: any one role of the class, together with the permission of the method.
	 */
	@Test
	void whenClassRequiresRoleThenMethodsDo() {
		run(List.of(), (context) -> {
			GuardedBeans.AdminDesk desk = context.getBean(GuardedBeans.AdminDesk.class);
			as("threads:read");
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(desk::report);
			asRole("auditor");
			assertThat(desk.report()).isEqualTo("report");
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(desk::both);
		});
	}

	/**
	 * The annotation counts on an interface, by another annotation and through a bridge.
	 */
	@Test
	@SuppressWarnings({ "unchecked", "rawtypes" })
	void whenAnnotationIsElsewhereThenItCounts() {
		run(List.of(), (context) -> {
			as("nothing:here");
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(context.getBean(GuardedBeans.Ledger.class)::read);
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(context.getBean(GuardedBeans.Vault.class)::look);
			GuardedBeans.Shelf shelf = context.getBean(GuardedBeans.Shelf.class);
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> shelf.put("text"));
			as("threads:read", "vault:look", "shelf:write");
			assertThat(context.getBean(GuardedBeans.Ledger.class).read()).isEqualTo("read");
			assertThat(shelf.put("text")).isEqualTo("text");
		});
	}

	/**
	 * A call within the bean does not pass the proxy, as the documentation says.
	 */
	@Test
	void whenBeanCallsItselfThenNotIntercepted() {
		run(List.of(), (context) -> {
			as("nothing:here");
			assertThat(context.getBean(GuardedBeans.Vault.class).lookInside()).isEqualTo("seen");
		});
	}

}
