package dev.authgate.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.authgate.spring.guard.Guards;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.io.ClassPathResource;

import static dev.authgate.spring.test.GuardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a test of the guards says when somebody mistakes one path for another.
 */
@SpringBootTest(properties = "authgate.public-paths=/, /signup, /api/config, /docs, /schema.yml")
class GuardFailureTests {

	@Autowired
	private Guards guards;

	@Test
	void whenOtherRoutesAreOpenThenBothSidesAreNamed() throws IOException {
		String failure = new ClassPathResource("docs/testing/failure.txt").getContentAsString(StandardCharsets.UTF_8);
		assertThatExceptionOfType(AssertionError.class)
			.isThrownBy(() -> assertThat(this.guards).allRoutesAreGuardedExcept("/", "/docs", "/health", "/schema.yml",
					"/signup", "/version", "/register", "/login", "/logout", "/auth/register", "/auth/refresh",
					"/auth/revoke", "/api/greeting"))
			.withMessage(failure.strip());
	}

}
