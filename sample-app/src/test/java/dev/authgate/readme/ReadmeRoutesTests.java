package dev.authgate.readme;

import java.util.Set;

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

@SpringBootTest(classes = ReadmeRoutesTests.Application.class,
		properties = { "spring.config.location=classpath:/readme/application.yml,classpath:/readme/routes.yml",
				"CLIENT_1_KEY=a-key-for-the-readme-7d1f", "JWT_SECRET=b9d2c0f7a4e86135b9d2c0f7a4e86135aa" })
@AutoConfigureMockMvc
class ReadmeRoutesTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private JwtIssuer issuer;

	@Test
	void whenRoleIsMissingThenForbidden() {
		assertThat(this.mvc.get().uri("/admin/x").header("X-API-Key", "a-key-for-the-readme-7d1f"))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Test
	void whenRoleIsHeldThenLetThrough() {
		String token = this.issuer.issue(AuthUser.of("alice"), Set.of("admin"));
		assertThat(this.mvc.get().uri("/admin/x").header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whenRouteTakesTokensThenKeyIsRefused() {
		assertThat(this.mvc.get().uri("/api/exports/x").header("X-API-Key", "a-key-for-the-readme-7d1f"))
			.hasStatus(HttpStatus.UNAUTHORIZED);
	}

	@Test
	void whenRouteTakesBothThenOneIsNotEnough() {
		String token = this.issuer.issue(AuthUser.of("alice"));
		assertThat(this.mvc.get().uri("/api/payments/x").header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.UNAUTHORIZED);
		assertThat(this.mvc.get()
			.uri("/api/payments/x")
			.header("Authorization", "Bearer " + token)
			.header("X-API-Key", "a-key-for-the-readme-7d1f")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whenRouteIsLenientThenWrongKeyCountsAsNone() {
		assertThat(this.mvc.get().uri("/feed/x").header("X-API-Key", "rubbish")).hasStatus(HttpStatus.NOT_FOUND);
	}

	@Test
	void whenRouteIsDeniedThenForbiddenForEverybody() {
		String token = this.issuer.issue(AuthUser.of("alice"), Set.of("admin"));
		assertThat(this.mvc.get().uri("/internal/x").header("Authorization", "Bearer " + token))
			.hasStatus(HttpStatus.FORBIDDEN);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(ThreadController.class)
	static class Application {

	}

}
