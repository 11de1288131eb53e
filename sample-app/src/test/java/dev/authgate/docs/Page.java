package dev.authgate.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of the documentation, cut into its snippets.
 *
 * @param file where it is, relative to the project
 */
public record Page(Path file) {

	/** The directory of the project. */
	public static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

	private static final Pattern SNIPPET = Pattern.compile("(?:<!-- (\\S+) -->\n)?```(\\w*)\n(.*?)\n```",
			Pattern.DOTALL);

	/**
	 * Gives the pages about authenticators.
	 */
	static List<Page> ofAuthenticators() {
		try (Stream<Path> files = Files.list(PROJECT.resolve("docs/authenticators"))) {
			return files.sorted().map(Page::new).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Gives the text between fences, each with the file that is named above it.
	 */
	public List<Snippet> snippets() {
		List<Snippet> snippets = new ArrayList<>();
		Matcher matcher = SNIPPET.matcher(text());
		while (matcher.find()) {
			String named = (matcher.group(1) != null) ? matcher.group(1) : "";
			snippets.add(new Snippet(named, matcher.group(2), matcher.group(3)));
		}
		return snippets;
	}

	public String text() {
		return read(PROJECT.resolve(this.file));
	}

	private static String read(Path file) {
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
	 * @param file the file that it repeats, or with which its commands are run; empty if
	 * it names none
	 * @param language the language after the fence
	 * @param text its text
	 */
	public record Snippet(String file, String language, String text) {

		/**
		 * Gives the file, without the imports of Java.
		 */
		public String source() {
			String source = read(path()).strip();
			return this.language.equals("java") ? source.substring(source.indexOf("\n@") + 1) : source;
		}

		public Path path() {
			return PROJECT.resolve(this.file);
		}

		public boolean isCommands() {
			return this.language.equals("console");
		}

		@Override
		public String toString() {
			return this.language + " " + this.file;
		}

	}

}
