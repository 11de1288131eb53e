package dev.authgate.docs;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.authgate.docs.Page.Snippet;
import dev.authgate.docs.issuer.StandInIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every snippet of a page that names a file is that file, the application starts with
 * each {@code application*.yml} among them, and commands get the answers that are shown.
 * Further files after the first are what the application has besides.
 */
@TestInstance(Lifecycle.PER_CLASS)
class DocsPagesTests {

	/** Pages beside those about authenticators of which every snippet names a file. */
	private static final Set<String> WHOLLY_RUN = Set.of("accounts.md", "errors.md", "write-your-own.md", "off-mode.md",
			"differences.md", "throttling.md", "audit.md", "sessions.md", "tokens.md", "websockets.md");

	private static final Set<String> RUN = Set.of("yaml", "java", "console", "nginx", "xml");

	/** What stands in the pages and not on the machine of the test. */
	private static final String[] MADE_HERE = {
			"authgate.api-keys.file=" + Page.PROJECT.resolve("sample-app/src/test/resources/docs/api-key/keys.yml") };

	private StandInIssuer issuer;

	@BeforeAll
	void startIssuer() throws IOException {
		this.issuer = StandInIssuer.start();
	}

	@AfterAll
	void stopIssuer() {
		this.issuer.close();
	}

	@ParameterizedTest
	@MethodSource("pages")
	void whenPageIsReadThenEachSnippetNamesItsFile(Page page) {
		assertThat(page.snippets()).filteredOn((snippet) -> RUN.contains(snippet.language()))
			.allSatisfy((snippet) -> assertThat(snippet.path()).isRegularFile());
	}

	@ParameterizedTest
	@MethodSource
	void whenPageIsAboutAnAuthenticatorThenItShowsCommands(Page page) {
		assertThat(page.snippets()).anyMatch(Snippet::isCommands);
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
		try (ConfigurableApplicationContext application = DocsApplication.start(snippet.path(), snippet.classes(),
				properties)) {
			assertThat(application.isRunning()).isTrue();
		}
	}

	@ParameterizedTest
	@MethodSource
	void whenCommandsAreTypedThenAnswersAreAsShown(Snippet snippet) throws Exception {
		try (ConfigurableApplicationContext application = DocsApplication.start(this.issuer.standIn(snippet.path()),
				snippet.classes())) {
			Transcript.assertTrueOf(this.issuer.standIn(snippet.text()), DocsApplication.port(application));
		}
	}

	static Stream<Page> whenPageIsAboutAnAuthenticatorThenItShowsCommands() {
		return Page.in("docs/authenticators");
	}

	static Stream<Snippet> whenSnippetIsShownThenItIsTheFile() {
		return named().filter((snippet) -> !snippet.isCommands());
	}

	static Stream<Snippet> whenConfigurationIsShownThenApplicationStartsWithIt() {
		Set<List<String>> run = named().filter(Snippet::isCommands).map(Snippet::files).collect(Collectors.toSet());
		return named().filter((snippet) -> snippet.path().getFileName().toString().startsWith("application"))
			.filter((snippet) -> !run.contains(snippet.files()));
	}

	static Stream<Snippet> whenCommandsAreTypedThenAnswersAreAsShown() {
		return named().filter(Snippet::isCommands)
			.collect(Collectors.groupingBy(Snippet::files, LinkedHashMap::new, Collectors.toList()))
			.values()
			.stream()
			.map(DocsPagesTests::joined);
	}

	private static Snippet joined(List<Snippet> snippets) {
		String text = snippets.stream().map(Snippet::text).collect(Collectors.joining("\n\n"));
		return new Snippet(snippets.get(0).files(), snippets.get(0).language(), text);
	}

	private static Stream<Snippet> named() {
		return pages().flatMap((page) -> page.snippets().stream()).filter((snippet) -> !snippet.file().isEmpty());
	}

	private static Stream<Page> pages() {
		Stream<Page> others = Page.in("docs")
			.filter((page) -> WHOLLY_RUN.contains(page.file().getFileName().toString()));
		return Stream.concat(Page.in("docs/authenticators"), others);
	}

}
