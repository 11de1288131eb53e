package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import dev.authgate.sample.AsReader;
import dev.authgate.spring.test.WithUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;

/**
 * The controller of threads alone, with its guards.
 */
@WebMvcTest(ThreadController.class)
class ThreadControllerTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Threads threads;

	@Test
	@WithUser(id = "alice", permissions = "threads:read")
	void whenAliceReadsThenHerThreads() {
		given(this.threads.newest("alice")).willReturn(List.of(new TeamThread(new UUID(1, 2), "Plans")));
		assertThat(this.mvc.get().uri("/api/threads")).hasStatus(200).bodyText().contains("Plans");
	}

	@Test
	@AsReader
	void whenReaderDeletesThenForbidden() {
		assertThat(this.mvc.delete().uri("/api/threads?id={id}", new UUID(1, 2))).hasStatus(403)
			.bodyText()
			.contains("threads:delete");
	}

	@Test
	void whenNobodyReadsThenUnauthorized() {
		assertThat(this.mvc.get().uri("/api/threads")).hasStatus(401);
	}

}
