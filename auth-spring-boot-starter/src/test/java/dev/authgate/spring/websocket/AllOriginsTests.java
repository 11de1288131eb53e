package dev.authgate.spring.websocket;

import dev.authgate.spring.app.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages of all sites open sockets with credentials that they know, and with no others.
 */
class AllOriginsTests {

	private static final String ORIGIN = "Origin: https://anybody.example";

	@RegisterExtension
	static final TestApp APP = TestApp.serving(Offers.class)
		.with("authgate.websocket.allowed-origins=*", "authgate.default-authenticator=api-key, basic",
				"authgate.users.accounts[0].username=ada",
				"authgate.users.accounts[0].password=a raven over three hills");

	@ParameterizedTest
	@ValueSource(strings = { "/raw", "/chat", "/stomp", "/sockjs/websocket" })
	void whenKeyIsSentThenOpens(String path) {
		assertThat(RawHandshake.head(APP.port(), path, ORIGIN, "X-API-Key: " + TestApp.READER))
			.startsWith("HTTP/1.1 101");
	}

	@Test
	void whenBrowserSendsCredentialByItselfThenRefused() {
		assertThat(RawHandshake.head(APP.port(), "/raw", ORIGIN,
				"Authorization: Basic YWRhOmEgcmF2ZW4gb3ZlciB0aHJlZSBoaWxscw=="))
			.startsWith("HTTP/1.1 403");
	}

}
