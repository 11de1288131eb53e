package dev.authgate.docs.testing;

import java.nio.file.Path;
import java.util.List;

import dev.authgate.docs.Page;
import dev.authgate.docs.Page.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every snippet of the page about tests is a file that is compiled, and run, with the
 * sample.
 */
class TestingPageTests {

	static final List<Snippet> SNIPPETS = new Page(Path.of("docs/testing.md")).snippets();

	@ParameterizedTest
	@FieldSource("SNIPPETS")
	void whenSnippetIsShownThenItIsTheFile(Snippet snippet) {
		assertThat(snippet.file()).startsWith("sample-app/src/test/");
		assertThat(snippet.text()).isEqualTo(snippet.source());
	}

	@Test
	void whenPageIsReadThenItShowsTestsThatRun() {
		assertThat(SNIPPETS).filteredOn((snippet) -> snippet.file().endsWith("Tests.java")).hasSizeGreaterThan(3);
		assertThat(SNIPPETS).filteredOn((snippet) -> snippet.language().equals("java"))
			.allSatisfy((snippet) -> assertThat(compiled(snippet)).isRegularFile());
	}

	@Test
	void whenDependencyIsShownThenTheSampleHasIt() {
		assertThat(SNIPPETS.get(0).text().replaceAll("\\s*<version>.*?</version>", "").replaceAll("\\s+", ""))
			.isSubstringOf(pom().replaceAll("\\s+", ""));
	}

	private static Path compiled(Snippet snippet) {
		String name = snippet.file().replace("sample-app/src/test/java/", "").replace(".java", ".class");
		return Page.PROJECT.resolve("sample-app/target/test-classes").resolve(name);
	}

	private static String pom() {
		return new Page(Path.of("sample-app/pom.xml")).text();
	}

}
