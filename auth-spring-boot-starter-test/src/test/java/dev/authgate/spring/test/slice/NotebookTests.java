package dev.authgate.spring.test.slice;

import dev.authgate.spring.test.Credential;
import dev.authgate.spring.test.WithUser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.client.RestTestClient;

import static dev.authgate.spring.test.AuthgateRequests.apiKey;
import static dev.authgate.spring.test.AuthgateRequests.jwt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The whole application, by MockMvc, by its beans and on a real port.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureMockMvc
@AsClerk
class NotebookTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Archive archive;

	@Autowired
	private ApplicationContext context;

	@LocalServerPort
	private int port;

	@Test
	void whenClassHasAnnotationOfTheProjectThenItsUser() {
		assertThat(this.mvc.get().uri("/notes")).bodyText().isEqualTo("notes of carl by security-context");
		assertThat(this.mvc.post().uri("/notes")).bodyText().isEqualTo("[threads:read, threads:write]");
	}

	@Test
	void whenBeanIsCalledByTheTestThenByItsUser() {
		assertThat(this.archive.first()).isEqualTo("the first note");
		assertThat(this.mvc.get().uri("/archive")).bodyText().isEqualTo("the first note");
	}

	@Test
	@AsClerk("dora")
	void whenAnnotationOfTheProjectNamesUserThenThatOne() {
		assertThat(this.mvc.get().uri("/notes")).bodyText().startsWith("notes of dora");
	}

	@Test
	@WithUser("eve")
	void whenBeanIsGuardedThenUserIsJudged() {
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(this.archive::first);
		assertThat(this.mvc.get().uri("/archive")).hasStatus(403);
	}

	@Test
	void whenPortIsRealThenUserOfTheTestIsNotSent() {
		assertThat(status("/notes", new HttpHeaders())).isEqualTo(401);
	}

	@Test
	void whenPortIsRealThenCredentialGivesHeaders() {
		assertThat(status("/notes", apiKey("a-key-of-the-test-workspace"))).isEqualTo(200);
		assertThat(status("/notes", apiKey("a-key-of-somebody-else"))).isEqualTo(401);
		assertThat(status("/notes", jwt("ann").roles("clerk"))).isEqualTo(200);
		assertThat(status("/notes", jwt("ann"))).isEqualTo(403);
	}

	private int status(String path, Credential credential) {
		HttpHeaders headers = new HttpHeaders();
		credential.in(this.context).accept(headers);
		return status(path, headers);
	}

	private int status(String path, HttpHeaders headers) {
		RestTestClient client = RestTestClient.bindToServer().baseUrl("http://localhost:" + this.port).build();
		return client.get()
			.uri(path)
			.headers((sent) -> sent.addAll(headers))
			.exchange()
			.returnResult()
			.getStatus()
			.value();
	}

	@Nested
	class Inside {

		@Test
		void whenClassAroundHasAnnotationOfTheProjectThenItsUser() {
			assertThat(NotebookTests.this.mvc.get().uri("/notes")).bodyText().startsWith("notes of carl");
		}

	}

	@Nested
	@AsClerk("dora")
	class Annotated {

		@Test
		void whenNestedClassNamesAnotherThenThatOne() {
			assertThat(NotebookTests.this.mvc.get().uri("/notes")).bodyText().startsWith("notes of dora");
		}

	}

}
