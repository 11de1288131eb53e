package dev.authgate.docs.errors;

import java.nio.file.Path;
import java.util.List;

import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import dev.authgate.docs.Transcript;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * The page about errors does what it says, where the pages' own test cannot know.
 */
class ErrorsPageTests {

	private static final Path CONFIGURATION = Page.PROJECT
		.resolve("sample-app/src/test/resources/docs/errors/application-problem.yml");

	@Test
	void whenApplicationWordsErrorsThenItsWords() throws Exception {
		try (ConfigurableApplicationContext application = DocsApplication.start(CONFIGURATION,
				List.of(CompanyErrors.class))) {
			Transcript.assertTrueOf(
					"$ curl -s http://localhost:8080/api/user\n{\"ok\":false,\"error\":\"missing_credentials\"}",
					DocsApplication.port(application));
		}
	}

}
