package dev.authgate.spring.app;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;

import dev.authgate.RequirePermission;
import org.aopalliance.intercept.MethodInterceptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.annotation.Secured;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;

import static dev.authgate.spring.app.BeanCalls.as;
import static dev.authgate.spring.app.BeanCalls.asRole;
import static dev.authgate.spring.app.BeanCalls.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Beans stay guarded whatever else an application does about proxies and method security.
 */
class GuardedProxyTests {

	@AfterEach
	void forget() {
		SecurityContextHolder.clearContext();
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
