package dev.authgate.readme;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = ReadmeApplicationTests.Application.class,
		properties = { "spring.config.location=classpath:/readme/application.yml",
				"CLIENT_1_KEY=a-key-for-the-readme-7d1f", "JWT_SECRET=b9d2c0f7a4e86135b9d2c0f7a4e86135aa" })
@AutoConfigureMockMvc
class ReadmeApplicationTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JwtIssuer issuer;

	@Test
	void whenKeyIsSentThenHandlerAnswers() {
		assertThat(this.mvc.get().uri("/api/threads").header("X-API-Key", "a-key-for-the-readme-7d1f")).hasStatusOk()
			.bodyText()
			.isEqualTo("[\"a thread of client_1\"]");
	}

	@Test
	void whenTokenIsSentThenHandlerAnswers() {
		String token = this.issuer.issue(AuthUser.of("alice", "threads:read"));
		assertThat(this.mvc.get().uri("/api/threads").header("Authorization", "Bearer " + token)).hasStatusOk();
	}

	@Test
	void whenNothingIsSentThenRefused() {
		assertThat(this.mvc.get().uri("/api/threads")).hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void whenPathIsPublicThenOpen() {
		assertThat(this.mvc.get().uri("/docs/nothing-here")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ThreadController.class)
	static class Application {

	}

}
