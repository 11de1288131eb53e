package dev.authgate.spring.app;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.RequirePermission;
import dev.authgate.spring.web.caller.CallerAuthentication;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;

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

	/**
	 * It works whatever else an application does about proxies and method security.
	 */
	@ParameterizedTest
	@ValueSource(
			strings = { "spring.aop.auto=false", "spring.aop.proxy-target-class=false", "authgate.catch-all=none" })
	void whenPropertiesDifferThenStillEnforced(String property) {
		run(List.of(property), (context) -> {
			as("nothing:here");
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(context.getBean(GuardedBeans.Ledger.class)::read);
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(context.getBean(GuardedBeans.Vault.class)::open);
		});
	}

	/**
	 * The application's own method security works beside ours.
	 */
	@Test
	void whenApplicationEnablesMethodSecurityThenBothWork() {
		run(List.of(), (context) -> {
			as("threads:read");
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(context.getBean(SecuredDesk.class)::secured);
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(context.getBean(SecuredDesk.class)::ours);
			asRole("clerk");
			assertThat(context.getBean(SecuredDesk.class).secured()).isEqualTo("secured");
		}, OwnMethodSecurity.class);
	}

	/**
	 * A bean that is made early, because a post-processor needs it, is guarded.
	 */
	@Test
	void whenBeanIsMadeEarlyThenGuarded() {
		run(List.of(), (context) -> {
			as("nothing:here");
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(context.getBean(EarlyVault.class)::open);
		}, NeedsBeanEarly.class);
	}

	/**
	 * A bean that is a proxy already, such as a repository, is guarded by what its
	 * interface requires.
	 */
	@Test
	void whenBeanIsProxyAlreadyThenGuarded() {
		run(List.of(), (context) -> {
			as("nothing:here");
			Archive archive = context.getBean(Archive.class);
			assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(archive::find);
			as("archive:read");
			assertThat(archive.find()).isEqualTo("found");
		}, HasProxy.class);
	}

	/**
	 * Methods that messages are sent to are guarded like methods of beans.
	 */
	@Test
	void whenMethodTakesMessagesThenGuarded() {
		run(List.of(), (context) -> {
			as("nothing:here");
			assertThatExceptionOfType(AccessDeniedException.class)
				.isThrownBy(() -> context.getBean(MessageDesk.class).receive("text"));
		}, MessageDesk.class);
	}

	private static void run(List<String> properties, ThrowingConsumer test, Class<?>... more) {
		WebApplicationContextRunner runner = Slim.application(GuardedBeans.class)
			.withUserConfiguration(more)
			.withPropertyValues(properties.toArray(String[]::new));
		runner.run((context) -> {
			assertThat(context).hasNotFailed();
			test.accept(context);
		});
	}

	private static void as(String... permissions) {
		authenticate(Caller.of(AuthUser.of("tina", permissions), "test"));
	}

	private static void asRole(String role) {
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

	/**
	 * Method security of the application's own.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableMethodSecurity(securedEnabled = true, jsr250Enabled = true)
	static class OwnMethodSecurity {

		@Bean
		SecuredDesk securedDesk() {
			return new SecuredDesk();
		}

	}

	/**
	 * Guarded by both.
	 */
	static class SecuredDesk {

		@Secured("ROLE_clerk")
		public String secured() {
			return "secured";
		}

		@RequirePermission("desk:use")
		public String ours() {
			return "ours";
		}

	}

	/**
	 * Has a post-processor that needs a bean.
	 */
	@Configuration(proxyBeanMethods = false)
	static class NeedsBeanEarly {

		@Bean
		static EarlyVault earlyVault() {
			return new EarlyVault();
		}

		@Bean
		static BeanPostProcessor postProcessor(EarlyVault vault) {
			return new BeanPostProcessor() {
			};
		}

	}

	/**
	 * Made before most beans.
	 */
	static class EarlyVault {

		@RequirePermission("vault:open")
		public String open() {
			return "opened";
		}

	}

	/**
	 * Requires on the interface of a proxy.
	 */
	@RequirePermission("archive:read")
	interface Archive {

		String find();

	}

	/**
	 * Has a bean whose target does not implement its interface, as repositories have.
	 */
	@Configuration(proxyBeanMethods = false)
	static class HasProxy {

		@Bean
		Archive archive() {
			ProxyFactory factory = new ProxyFactory();
			factory.setTarget(new Object());
			factory.setInterfaces(Archive.class);
			factory.addAdvice((MethodInterceptor) (invocation) -> "found");
			return (Archive) factory.getProxy();
		}

	}

	/**
	 * Takes messages.
	 */
	@Controller
	static class MessageDesk {

		@TakesMessages("/desk")
		@RequirePermission("desk:write")
		public String receive(String text) {
			return text;
		}

	}

	/**
	 * Stands for the annotations of messaging.
	 */
	@Retention(RetentionPolicy.RUNTIME)
	@interface TakesMessages {

		String value();

	}

}
