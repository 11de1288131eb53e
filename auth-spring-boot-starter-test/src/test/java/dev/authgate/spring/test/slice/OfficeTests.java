package dev.authgate.spring.test.slice;

import dev.authgate.spring.test.WithUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

@WebMvcTest(NoteController.class)
class OfficeTests extends OfficeTest {

	@Autowired
	private MockMvcTester mvc;

	@Test
	void whenBaseClassIsAnnotatedThenItsUser() {
		assertThat(this.mvc.get().uri("/notes")).bodyText().startsWith("notes of carl");
	}

	@Test
	@WithUser(id = "dora", permissions = "threads:read")
	void whenMethodIsAnnotatedThenItsUserAlone() {
		assertThat(this.mvc.get().uri("/notes")).bodyText().startsWith("notes of dora");
		assertThat(this.mvc.post().uri("/notes")).hasStatus(403);
	}

}
