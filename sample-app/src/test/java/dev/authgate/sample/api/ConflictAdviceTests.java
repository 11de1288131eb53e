package dev.authgate.sample.api;

import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ResponseEntity;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is answered where the database refuses.
 */
class ConflictAdviceTests {

	@Test
	void whenReferenceIsGoneThenConflictWithoutWordsOfTheDatabase() {
		MockMvcTester mvc = MockMvcTester.of(List.of(new Refused()),
				(builder) -> builder.setControllerAdvice(new ConflictAdvice()).build());
		assertThat(mvc.get().uri("/refused")).hasStatus(409)
			.bodyText()
			.contains("was deleted meanwhile")
			.doesNotContain("CONSTRAINT");
	}

	@RestController
	static class Refused {

		@GetMapping("/refused")
		ResponseEntity<Void> refuse() {
			throw new DataIntegrityViolationException("CONSTRAINT_7");
		}

	}

}
