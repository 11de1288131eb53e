package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.autoconfigure.guard.GuardChainRegistrar;
import dev.authgate.spring.settings.AuthgateProperties;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

class ReactiveApplicationTests {

	private static final AutoConfigurations OURS = AutoConfigurations.of(AuthgateAutoConfiguration.class,
			AuthgateReactiveAutoConfiguration.class);

	@Test
	void whenApplicationIsReactiveThenRefused() {
		new ReactiveWebApplicationContextRunner().withConfiguration(OURS)
			.run((context) -> assertThat(context).getFailure()
				.hasMessage(
						"This is a reactive web application (WebFlux), and Authgate guards servlet applications only.")
				.extracting("action")
				.asString()
				.contains("spring-boot-starter-webmvc")
				.contains("spring.main.web-application-type: servlet"));
	}

	@Test
	void whenApplicationIsReactiveWithoutServletsThenRefused() {
		new ReactiveWebApplicationContextRunner().withConfiguration(OURS)
			.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasFailed());
	}

	@Test
	void whenApplicationHasServletsBesideThenStarted() {
		TestApplications.runner()
			.withConfiguration(AutoConfigurations.of(AuthgateReactiveAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().hasBean(GuardChainRegistrar.CHAIN));
	}

	@Test
	void whenApplicationIsNoWebApplicationThenLeftAlone() {
		new ApplicationContextRunner().withConfiguration(OURS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(AuthgateProperties.class));
	}

}
