package dev.authgate.sample.caller;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static dev.authgate.spring.test.AuthgateRequests.apiKeyOf;
import static dev.authgate.spring.test.AuthgateRequests.jwt;
import static dev.authgate.spring.test.AuthgateRequests.user;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A report is for people: by a token.
 */
@WebMvcTest(ReportController.class)
class ReportControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenTokenIsSentThenReported() {
		assertThat(status(jwt("alice").permissions("threads:read").data("team", "blue"))).isEqualTo(200);
		assertThat(status(user("alice").authenticator("jwt"))).isEqualTo(200);
		assertThat(status(user("alice"))).isEqualTo(200);
	}

	@Test
	void whenKeyIsSentThenUnauthorized() {
		assertThat(status(apiKey("demo-key-of-client-1"))).isEqualTo(401);
		assertThat(status(apiKeyOf("client_1"))).isEqualTo(401);
	}

	private int status(RequestPostProcessor sender) {
		return this.mvc.get().uri("/api/reports/token-only").with(sender).exchange().getResponse().getStatus();
	}

}
