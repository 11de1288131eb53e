package dev.authgate.readme;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.authgate.docs.Page.Snippet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeSnippetTests {

	private static final Set<String> RUN_BY_OTHER_TESTS = Set.of("sh", "console");

	@Test
	void whenReadmeIsReadThenShort() {
		assertThat(Readme.text().lines()).hasSizeLessThanOrEqualTo(200);
	}

	@ParameterizedTest
	@MethodSource("filed")
	void whenSnippetIsShownThenItIsTheFileThatIsTested(Snippet snippet) {
		assertThat(snippet.file()).isNotEmpty();
		assertThat(snippet.text()).isEqualTo(snippet.source());
	}

	@Test
	void whenCommandsAreShownThenOneRunsTheSampleAndOneTheTests() {
		List<String> commands = Readme.snippets("sh").stream().map(Snippet::text).toList();
		assertThat(commands).containsExactly("mvn -q -pl sample-app -am spring-boot:run", "mvn verify");
	}

	private static Stream<Snippet> filed() {
		return Readme.snippets().stream().filter((snippet) -> !RUN_BY_OTHER_TESTS.contains(snippet.language()));
	}

}
