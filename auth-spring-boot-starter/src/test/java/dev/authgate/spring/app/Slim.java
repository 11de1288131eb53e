package dev.authgate.spring.app;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.setup.MockMvcBuilders.webAppContextSetup;

/**
 * Applications without a server, for tests that need one of their own.
 */
final class Slim {

	static final String KEY = "a-key-of-a-slim-application";

	private Slim() {
	}

	static WebApplicationContextRunner application(Class<?>... configuration) {
		return empty(configuration).withPropertyValues("authgate.report.enabled=false",
				"authgate.api-keys.keys[0].key=" + KEY, "authgate.api-keys.keys[0].app=slim",
				"authgate.api-keys.keys[0].permissions=threads:read");
	}

	static WebApplicationContextRunner empty(Class<?>... configuration) {
		return new WebApplicationContextRunner().withUserConfiguration(EnabledByClassPath.class)
			.withUserConfiguration(configuration);
	}

	static void serve(WebApplicationContextRunner runner, ThrowingConsumer test) {
		runner.run((context) -> test.accept(mvc(context)));
	}

	static MockMvc mvc(WebApplicationContext context) {
		return webAppContextSetup(context).apply(springSecurity()).build();
	}

	/**
	 * What a test does with an application.
	 */
	@FunctionalInterface
	interface ThrowingConsumer {

		void accept(MockMvc mvc) throws Exception;

	}

	/**
	 * Everything that the class path brings.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EnabledByClassPath {

	}

}
