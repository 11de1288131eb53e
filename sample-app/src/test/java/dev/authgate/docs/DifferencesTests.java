package dev.authgate.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;

/**
 * What the page about differences says of single requests, typed into a real shell.
 */
class DifferencesTests {

	private static final Path SNIPPETS = Page.PROJECT.resolve("sample-app/src/test/resources/docs");

	@ParameterizedTest
	@CsvSource({ "keys.console, api-key/application-keys.yml", "tokens.console, jwt/application-secret.yml" })
	void whenCommandsAreTypedThenAnswersDifferAsThePageSays(String commands, String yaml) throws Exception {
		try (ConfigurableApplicationContext application = DocsApplication.start(SNIPPETS.resolve(yaml), List.of())) {
			Transcript.assertTrueOf(Files.readString(SNIPPETS.resolve("differences").resolve(commands)).strip(),
					DocsApplication.port(application));
		}
	}

}
