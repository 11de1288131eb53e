package dev.authgate.readme;

import java.nio.file.Path;
import java.util.List;

import dev.authgate.docs.Page;
import dev.authgate.docs.Page.Snippet;

/**
 * The README, cut into its snippets.
 */
final class Readme {

	private static final Page PAGE = new Page(Path.of("README.md"));

	private Readme() {
	}

	static String text() {
		return PAGE.text();
	}

	static List<Snippet> snippets() {
		return PAGE.snippets();
	}

	static List<Snippet> snippets(String language) {
		return snippets().stream().filter((snippet) -> snippet.language().equals(language)).toList();
	}

}
