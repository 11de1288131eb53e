package dev.authgate.spring.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/**
 * A real application on a real port, with the auto-configuration and nothing else.
 * <p>
 * As a static extension it is started once for a test class.
 */
public final class TestApp implements BeforeAllCallback, AfterAllCallback, AutoCloseable {

	/** A key of the user {@code reader}, who may read threads. */
	public static final String READER = "reader-key-0123456789";

	/** A key of the user {@code writer}, who may read and write threads. */
	public static final String WRITER = "writer-key-0123456789";

	/** A key of the user {@code admin}, who has the role of the same name. */
	public static final String ADMIN = "admin-key-01234567890";

	/** A secret for tokens. */
	public static final String SECRET = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b";

	private final List<Class<?>> sources = new ArrayList<>(List.of(Base.class));

	private final Map<String, Object> properties = new LinkedHashMap<>();

	private @Nullable ConfigurableApplicationContext context;

	private TestApp() {
		with("server.port=0", "spring.main.banner-mode=off", "spring.jmx.enabled=false",
				"authgate.report.enabled=false", "management.health.redis.enabled=false");
	}

	/**
	 * Describes an application with three keys.
	 */
	public static TestApp serving(Class<?>... sources) {
		return bare(sources).key(0, READER, "reader", "threads:read")
			.key(1, WRITER, "writer", "threads:read, threads:write")
			.key(2, ADMIN, "admin", "users:read")
			.with("authgate.api-keys.keys[2].roles=admin");
	}

	/**
	 * Describes an application without authenticators.
	 */
	public static TestApp bare(Class<?>... sources) {
		TestApp app = new TestApp();
		app.sources.addAll(List.of(sources));
		return app;
	}

	public TestApp and(Class<?>... more) {
		this.sources.addAll(List.of(more));
		return this;
	}

	public TestApp with(String... pairs) {
		for (String pair : pairs) {
			int equals = pair.indexOf('=');
			this.properties.put(pair.substring(0, equals), pair.substring(equals + 1));
		}
		return this;
	}

	public TestApp key(int index, String key, String app, String permissions) {
		String prefix = "authgate.api-keys.keys[" + index + "].";
		return with(prefix + "key=" + key, prefix + "app=" + app, prefix + "permissions=" + permissions);
	}

	/**
	 * Describes a rule.
	 */
	public TestApp route(int index, String... pairs) {
		for (String pair : pairs) {
			with("authgate.routes[" + index + "]." + pair);
		}
		return this;
	}

	public TestApp tokens() {
		return with("authgate.jwt.secret=" + SECRET);
	}

	public TestApp start() {
		this.context = new SpringApplicationBuilder(this.sources.toArray(Class<?>[]::new)).properties(this.properties)
			.run();
		return this;
	}

	public <T> T bean(Class<T> type) {
		return context().getBean(type);
	}

	/**
	 * Tells whether a bean is there already, without making it.
	 */
	public boolean isMade(String name) {
		return context().getBeanFactory().containsSingleton(name);
	}

	public boolean has(Class<?> type) {
		return context().getBeanNamesForType(type).length > 0;
	}

	public int port() {
		return ((ServletWebServerApplicationContext) context()).getWebServer().getPort();
	}

	public Object bean(String name) {
		return context().getBean(name);
	}

	public RawClient client() {
		return new RawClient(port());
	}

	/**
	 * Gives a client of another server of the application.
	 */
	public RawClient client(String portProperty) {
		return new RawClient(context().getEnvironment().getRequiredProperty(portProperty, Integer.class));
	}

	public RawResponse get(String path, String... headers) {
		return client().send("GET", path, headers);
	}

	public RawResponse getAs(String key, String path) {
		return get(path, "X-API-Key: " + key);
	}

	@Override
	public void beforeAll(ExtensionContext extension) {
		start();
	}

	@Override
	public void afterAll(ExtensionContext extension) {
		close();
	}

	@Override
	public void close() {
		context().close();
	}

	private ConfigurableApplicationContext context() {
		if (this.context == null) {
			throw new IllegalStateException("The application is not started");
		}
		return this.context;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Base {

	}

}
