package dev.authgate.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The README, cut into its snippets.
 */
final class Readme {

	static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern SNIPPET = Pattern.compile("(?:<!-- (\\S+) -->\n)?```(\\w+)\n(.*?)\n```",
			Pattern.DOTALL);

	private Readme() {
	}

	static String text() {
		return read(PROJECT.resolve("README.md"));
	}

	static List<Snippet> snippets() {
		List<Snippet> snippets = new ArrayList<>();
		Matcher matcher = SNIPPET.matcher(text());
		while (matcher.find()) {
			String file = (matcher.group(1) != null) ? matcher.group(1) : "";
			snippets.add(new Snippet(file, matcher.group(2), matcher.group(3)));
		}
		return snippets;
	}

	static List<Snippet> snippets(String language) {
		return snippets().stream().filter((snippet) -> snippet.language().equals(language)).toList();
	}

	static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A snippet.
	 *
	 * @param file the file that it repeats, empty if it names none
	 * @param language the language after the fence
	 * @param text its text
	 */
	record Snippet(String file, String language, String text) {

		String source() {
			String source = read(PROJECT.resolve(this.file)).strip();
			return this.language.equals("java") ? source.substring(source.indexOf("\n@") + 1) : source;
		}

		@Override
		public String toString() {
			return this.language + " " + this.file;
		}

	}

}
