package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What properties of sockets can be got wrong, each with the text that says what and what
 * to type.
 */
class SocketMisconfigurationTests {

	@ParameterizedTest
	@ValueSource(strings = { "friend.example", "https://friend.example/", "https://friend.example/page",
			"https://Friend.example", "https://friend.example:443", "http://friend.example:80", "https://*.example",
			"https://a@friend.example", "https://friend.example?x", "null", "https://", "//friend.example" })
	void whenOriginIsNoneThenRefused(String origin) {
		refused("authgate.websocket.allowed-origins=" + origin,
				"authgate.websocket.allowed-origins names '" + origin + "', which is no origin.",
				"https://app.example.com");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://friend.example", "http://localhost:8080", "https://friend.example:8443", "*",
			"http://[::1]:3000", "chrome-extension://abcdef", "https://a.example, https://b.example" })
	void whenOriginIsOneThenStarted(String origin) {
		TestApplications.runner()
			.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0",
					"authgate.websocket.allowed-origins=" + origin)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@ParameterizedTest
	@ValueSource(strings = { "query-parameter", "ticket-query-parameter" })
	void whenParameterHasNoNameThenRefused(String property) {
		refused("authgate.websocket." + property + "=a b",
				"authgate.websocket." + property + " is not the name of a parameter.", "access_token");
	}

	@Test
	void whenParametersHaveTheSameNameThenRefused() {
		refused("authgate.websocket.query-parameter=a, authgate.websocket.ticket-query-parameter=a",
				"authgate.websocket.query-parameter and ticket-query-parameter have the same name.",
				"Name another parameter");
	}

	@Test
	void whenNoTicketsAreIssuedThenParameterIsRefused() {
		refused("authgate.websocket.ticket-query-parameter=ticket",
				"authgate.websocket.ticket-query-parameter is set, and no tickets are issued.",
				"authgate.endpoints.ws-ticket.enabled");
	}

	private static void refused(String properties, String problem, String action) {
		TestApplications.runner()
			.withPropertyValues("authgate.api-keys.keys[0].key=0123456789abcdef0")
			.withPropertyValues(properties.split(", "))
			.run((context) -> {
				assertThat(context).hasFailed();
				Throwable refusal = NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure());
				assertThat(refusal).isInstanceOf(MisconfigurationException.class).hasMessage(problem);
				assertThat(((MisconfigurationException) refusal).action()).contains(action);
			});
	}

}
