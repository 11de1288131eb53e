package dev.authgate.spring.websocket.endpoint;

import dev.authgate.Authenticated;
import dev.authgate.PublicAccess;
import dev.authgate.RequirePermission;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.socket.server.standard.ServerEndpointExporter;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Endpoints that could not be guarded, or not be followed, do not start, and the text
 * says what to type.
 */
class EndpointRefusalTests {

	@Test
	void whenMethodIsAnnotatedThenRefused() {
		assertThat(refusalOf(OnMessages.class)).contains("OnMessages.say",
				"WebSocketAuth.of(session).require(\"threads:write\")");
	}

	@Test
	void whenEndpointIsNotToldOfSessionsThenRefused() {
		assertThat(refusalOf(Untold.class)).contains("Untold", "@OnOpen public void open(Session session) { }");
	}

	@Test
	void whenOpeningMethodIsNotToldOfSessionThenRefused() {
		assertThat(refusalOf(Halftold.class)).contains("Add a parameter to Halftold.open: Session session.");
	}

	@Test
	void whenEndpointIsFinalThenRefused() {
		assertThat(refusalOf(Fixed.class)).contains("Fixed is final", "overridable");
	}

	@Test
	void whenMethodIsFinalThenRefused() {
		assertThat(refusalOf(FixedMethod.class)).contains("FixedMethod.open is final", "overridable");
	}

	@Test
	void whenPublicPathCoversGuardedEndpointThenRefused() {
		assertThat(refusalOf(PlainGuarded.class, "authgate.public-paths=/guarded/**")).contains("PlainGuarded",
				"authgate.public-paths");
	}

	@Test
	void whenPublicEndpointLiesUnderStricterRuleThenRefused() {
		assertThat(refusalOf(OpenEndpoint.class, "authgate.routes[0].paths=/open/**",
				"authgate.routes[0].access=required"))
			.contains("OpenEndpoint", "@PublicAccess", "authgate.routes[0]");
	}

	@Test
	void whenPathMeansSomethingElseInRulesThenRefused() {
		assertThat(refusalOf(Starred.class)).contains("/starred/*", "Starred");
	}

	@Test
	void whenServletHasPathThenRefused() {
		assertThat(refusalOf(PlainGuarded.class, "spring.mvc.servlet.path=/app")).contains("spring.mvc.servlet.path",
				"server.servlet.context-path");
	}

	@Test
	void whenNothingIsWrongThenStarts() {
		TestApp.serving(Exporting.class).with("test.endpoint=" + PlainGuarded.class.getName()).start().close();
	}

	private static String refusalOf(Class<?> endpoint, String... properties) {
		Throwable failure = catchThrowable(() -> TestApp.serving(Exporting.class)
			.with(properties)
			.with("test.endpoint=" + endpoint.getName())
			.start()
			.close());
		while (!(failure instanceof MisconfigurationException refusal)) {
			assertThat(failure).as("refused").isNotNull();
			failure = failure.getCause();
		}
		return refusal.getMessage() + " " + refusal.action();
	}

	@Configuration(proxyBeanMethods = false)
	static class Exporting {

		@Bean
		static ServerEndpointExporter exporter(Environment environment) throws ClassNotFoundException {
			ServerEndpointExporter exporter = new ServerEndpointExporter();
			exporter.setAnnotatedEndpointClasses(Class.forName(environment.getRequiredProperty("test.endpoint")));
			return exporter;
		}

	}

	@ServerEndpoint("/on-messages")
	public static class OnMessages {

		@OnOpen
		public void open(Session session) {
		}

		@OnMessage
		@RequirePermission("threads:write")
		public void say(String message) {
		}

	}

	@ServerEndpoint("/untold")
	public static class Untold {

		@OnMessage
		public void say(String message) {
		}

	}

	@ServerEndpoint("/halftold")
	public static class Halftold {

		@OnOpen
		public void open() {
		}

	}

	@ServerEndpoint("/fixed")
	public static final class Fixed {

		@OnOpen
		public void open(Session session) {
		}

	}

	@ServerEndpoint("/fixed-method")
	public static class FixedMethod {

		@OnOpen
		public final void open(Session session) {
		}

	}

	@ServerEndpoint("/guarded/{name}")
	@Authenticated
	public static class PlainGuarded {

		@OnOpen
		public void open(Session session) {
		}

	}

	@ServerEndpoint("/starred/*")
	@PublicAccess
	public static class Starred {

	}

}
