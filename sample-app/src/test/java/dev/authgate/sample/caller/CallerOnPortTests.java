package dev.authgate.sample.caller;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static dev.authgate.spring.test.AuthgateRequests.jwt;

/**
 * A caller who describes himself in a token, over a real connection.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CallerOnPortTests {

	@Autowired
	private ApplicationContext context;

	@LocalServerPort
	private int port;

	@Test
	void whenTokenIsSentThenItsUser() {
		RestTestClient client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		client.get()
			.uri("/api/user")
			.headers(jwt("alice").roles("reader").in(this.context))
			.exchangeSuccessfully()
			.expectBody()
			.jsonPath("$.id")
			.isEqualTo("alice");
	}

}
