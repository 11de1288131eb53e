package dev.authgate.spring.test.slice;

import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.test.GuardAssertions;
import dev.authgate.spring.test.WithUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static dev.authgate.spring.test.AuthgateRequests.apiKeyOf;
import static dev.authgate.spring.test.AuthgateRequests.jwt;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * In a slice of one controller the chain guards as it does in the whole.
 */
@WebMvcTest(NoteController.class)
class NoteControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Guards guards;

	@Test
	void whenNobodyCallsThenUnauthorized() {
		assertThat(this.mvc.get().uri("/notes")).hasStatus(401).bodyText().contains("missing_credentials");
		assertThat(this.mvc.get().uri("/notes/public")).hasStatus(200);
	}

	@Test
	@WithUser(id = "ann", permissions = "threads:read")
	void whenUserIsPresetThenJudged() {
		assertThat(this.mvc.get().uri("/notes")).bodyText().isEqualTo("notes of ann by security-context");
		assertThat(this.mvc.post().uri("/notes")).hasStatus(403);
	}

	@Test
	@WithUser(roles = "clerk")
	void whenRoleIsConfiguredThenItsPermissionsCount() {
		assertThat(this.mvc.get().uri("/notes")).hasStatus(200);
		assertThat(this.mvc.post().uri("/notes")).bodyText().isEqualTo("[threads:read, threads:write]");
	}

	@Test
	void whenTokenIsSentThenSignedAndJudged() {
		assertThat(this.mvc.get().uri("/notes/token").with(jwt("ann"))).bodyText().isEqualTo("ann");
		assertThat(this.mvc.get().uri("/notes").with(jwt("ann"))).hasStatus(403);
		assertThat(this.mvc.get().uri("/notes").with(jwt("ann").permissions("threads:raed"))).hasFailed()
			.failure()
			.hasMessageContaining("Unknown permission action: 'raed'");
	}

	@Test
	void whenKeyIsSentThenJudged() {
		assertThat(this.mvc.get().uri("/notes").with(apiKey("a-key-of-the-test-workspace"))).bodyText()
			.isEqualTo("notes of client_1 by api-key");
		assertThat(this.mvc.get().uri("/notes").with(apiKeyOf("client_1"))).hasStatus(200);
		assertThat(this.mvc.get().uri("/notes").with(apiKey("a-key-of-somebody-else"))).hasStatus(401);
		assertThat(this.mvc.get().uri("/notes/token").with(apiKey("a-key-of-the-test-workspace"))).hasStatus(401);
	}

	@Test
	void whenTableIsReadThenItHasTheHandlersOfTheSlice(@Autowired ObjectProvider<Archive> archive) {
		assertThat(archive.getIfAvailable()).isNull();
		GuardAssertions.assertThat(this.guards)
			.allRoutesAreGuardedExcept("GET /notes/public")
			.permission("threads:read")
			.guardsExactly("GET /notes")
			.role("clerk")
			.guardsExactly("POST /notes");
	}

}
