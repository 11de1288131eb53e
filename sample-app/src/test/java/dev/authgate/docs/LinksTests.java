package dev.authgate.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Links between pages lead to a file, and to a heading in it.
 */
class LinksTests {

	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");

	private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

	@ParameterizedTest
	@MethodSource("pages")
	void whenPageLinksThenFileAndHeadingExist(Page page) throws Exception {
		for (MatchResult link : LINK.matcher(page.text()).results().toList()) {
			Path from = Page.PROJECT.resolve(page.file());
			Path to = link.group(1).isEmpty() ? from : from.resolveSibling(link.group(1));
			assertThat(to).exists();
			assertThat(link.group(2) == null || anchors(to).contains(link.group(2))).as(link.group()).isTrue();
		}
	}

	private static List<String> anchors(Path page) throws Exception {
		String text = Files.readString(page);
		Stream<String> headings = HEADING.matcher(text)
			.results()
			.map((heading) -> heading.group(1).toLowerCase().replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'));
		Stream<String> ids = Pattern.compile("<a id=\"([^\"]+)\">").matcher(text).results().map((id) -> id.group(1));
		return Stream.concat(headings, ids).toList();
	}

	static Stream<Page> pages() {
		return Stream.of(Page.in(""), Page.in("docs"), Page.in("docs/authenticators"))
			.flatMap((pages) -> pages)
			.filter((page) -> page.file().toString().endsWith(".md"));
	}

}
