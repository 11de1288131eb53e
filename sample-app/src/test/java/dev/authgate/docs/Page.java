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

	private static final Path SOURCES = Path.of("sample-app/src/test/java");

	private static final Pattern SNIPPET = Pattern.compile("(?:<!-- ([^\n]+) -->\n)?```(\\w*)\n(.*?)\n```",
			Pattern.DOTALL);

	/**
	 * Gives the pages of a directory.
	 * @param directory where it is, relative to the project
	 */
	static Stream<Page> in(String directory) {
		try (Stream<Path> files = Files.list(PROJECT.resolve(directory))) {
			return files.sorted().map(Page::new).toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Gives the text between fences, each with the files that are named above it.
	 */
	public List<Snippet> snippets() {
		List<Snippet> snippets = new ArrayList<>();
		Matcher matcher = SNIPPET.matcher(text());
		while (matcher.find()) {
			String named = (matcher.group(1) != null) ? matcher.group(1) : "";
			snippets.add(new Snippet(List.of(named.split(" ")), matcher.group(2), matcher.group(3)));
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
	 * @param files the file that it repeats, or with which its commands are run, and the
	 * Java files that the application needs besides; an empty text if it names none
	 * @param language the language after the fence
	 * @param text its text
	 */
	public record Snippet(List<String> files, String language, String text) {

		/**
		 * Gives the file; of Java what stands below the imports, without the comment on
		 * the class.
		 */
		public String source() {
			String source = read(path()).strip();
			if (!this.language.equals("java")) {
				return source;
			}
			String type = source.substring(source.indexOf(";\n", source.lastIndexOf("\nimport ")) + 1).strip();
			return type.startsWith("/**") ? type.substring(type.indexOf("*/\n") + 3) : type;
		}

		public String file() {
			return this.files.get(0);
		}

		public Path path() {
			return PROJECT.resolve(file());
		}

		/**
		 * Gives the classes that the application needs besides.
		 */
		public List<Class<?>> classes() {
			List<Class<?>> classes = new ArrayList<>();
			for (String java : this.files.subList(1, this.files.size())) {
				classes.add(classOf(SOURCES.relativize(Path.of(java))));
			}
			return classes;
		}

		private static Class<?> classOf(Path java) {
			try {
				return Class.forName(java.toString().replace(".java", "").replace('/', '.'));
			}
			catch (ClassNotFoundException ex) {
				throw new IllegalStateException(ex);
			}
		}

		public boolean isCommands() {
			return this.language.equals("console");
		}

		@Override
		public String toString() {
			return this.language + " " + file();
		}

	}

}
