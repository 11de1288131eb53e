package dev.authgate.docs.own;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import dev.authgate.docs.Page;
import dev.authgate.docs.DocsApplication;
import dev.authgate.spring.guard.model.Authenticators;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about authenticators of one's own does what it says, where the pages' own test
 * cannot know.
 */
class WriteYourOwnPageTests {

	@Test
	void whenDependencyIsShownThenItIsTheOneOfThisModule() throws IOException {
		String shown = read("sample-app/src/test/resources/docs/write-your-own/dependency.xml");
		String unversioned = shown.replaceAll("<version>.*</version>", "");
		assertThat(read("sample-app/pom.xml").replaceAll("\\s", "")).contains(unversioned.replaceAll("\\s", ""));
	}

	/** G10. */
	@Test
	void whenNothingElseIsConfiguredThenItIsTheDefault() throws IOException {
		try (ConfigurableApplicationContext application = DocsApplication.start(Files.createTempFile("empty", ".yml"),
				List.of(TicketAuthenticator.class))) {
			assertThat(application.getBean(Authenticators.class).defaults()).singleElement()
				.satisfies((named) -> assertThat(named.name()).isEqualTo("ticket"));
		}
	}

	private static String read(String file) throws IOException {
		return Files.readString(Page.PROJECT.resolve(file));
	}

}
