package dev.authgate.docs;

import java.util.Set;
import java.util.stream.Stream;

import dev.authgate.docs.Page.Snippet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every snippet of a page that names a file is that file, the application starts with
 * each {@code application*.yml} among them, and commands get the answers that are shown.
 */
class DocsPagesTests {

	/** Pages on which every snippet of YAML, Java and commands names a file. */
	private static final Set<String> WHOLLY_RUN = Set.of("api-key.md", "jwt.md");

	/** What stands in the pages and not on the machine of the test. */
	private static final String[] MADE_HERE = {
			"authgate.api-keys.file=" + Page.PROJECT.resolve("sample-app/src/test/resources/docs/api-key/keys.yml") };

	@ParameterizedTest
	@MethodSource
	void whenPageIsWhollyRunThenEachSnippetNamesItsFile(Page page) {
		assertThat(page.snippets()).isNotEmpty()
			.filteredOn((snippet) -> Set.of("yaml", "java", "console").contains(snippet.language()))
			.allSatisfy((snippet) -> assertThat(snippet.path()).isRegularFile());
	}

	@ParameterizedTest
	@MethodSource
	void whenSnippetIsShownThenItIsTheFile(Snippet snippet) {
		assertThat(snippet.text()).isEqualTo(snippet.source());
	}

	@ParameterizedTest
	@MethodSource
	void whenConfigurationIsShownThenApplicationStartsWithIt(Snippet snippet) {
		String[] properties = snippet.text().contains("api-keys:\n    file:") ? MADE_HERE : new String[0];
		try (ConfigurableApplicationContext application = DocsApplication.start(snippet.path(), java.util.List.of(),
				properties)) {
			assertThat(application.isRunning()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource
	void whenCommandsAreTypedThenAnswersAreAsShown(Snippet snippet) throws Exception {
		try (ConfigurableApplicationContext application = DocsApplication.start(snippet.path(), java.util.List.of())) {
			Transcript.assertTrueOf(snippet.text(), DocsApplication.port(application));
		}
	}

	static Stream<Page> whenPageIsWhollyRunThenEachSnippetNamesItsFile() {
		return Page.ofAuthenticators()
			.stream()
			.filter((page) -> WHOLLY_RUN.contains(page.file().getFileName().toString()));
	}

	static Stream<Snippet> whenSnippetIsShownThenItIsTheFile() {
		return named().filter((snippet) -> !snippet.isCommands());
	}

	static Stream<Snippet> whenConfigurationIsShownThenApplicationStartsWithIt() {
		return named().filter((snippet) -> snippet.path().getFileName().toString().startsWith("application"))
			.filter((snippet) -> !snippet.isCommands());
	}

	static Stream<Snippet> whenCommandsAreTypedThenAnswersAreAsShown() {
		return named().filter(Snippet::isCommands);
	}

	private static Stream<Snippet> named() {
		return Page.ofAuthenticators()
			.stream()
			.flatMap((page) -> page.snippets().stream())
			.filter((snippet) -> !snippet.file().isEmpty());
	}

}
