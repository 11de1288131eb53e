package dev.authgate.apikey.command;

import java.util.Iterator;
import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.apikey.GeneratedApiKey;
import org.jspecify.annotations.Nullable;

/**
 * What the program is asked to do.
 *
 * @param prefix what a new key begins with
 * @param app the application that it is for, if one is named
 * @param hash whether to digest a key instead of making one up
 * @param help whether to explain the options instead
 */
record Options(String prefix, @Nullable String app, boolean hash, boolean help) {

	Options {
		if (!GeneratedApiKey.isPrefix(prefix)) {
			throw new IllegalArgumentException(
					"--prefix takes at most 32 letters and digits, which single underscores may separate");
		}
		if (app != null && !AuthUser.isValidId(app)) {
			throw new IllegalArgumentException("--app takes a name without control characters");
		}
		if (app != null && hash) {
			throw new IllegalArgumentException("--hash prints a digest alone, and takes no --app");
		}
	}

	static Options parse(List<String> arguments) {
		Options options = new Options(GeneratedApiKey.DEFAULT_PREFIX, null, false, false);
		for (Iterator<String> rest = arguments.iterator(); rest.hasNext();) {
			options = options.with(rest.next(), rest);
		}
		return options;
	}

	private Options with(String option, Iterator<String> rest) {
		return switch (option) {
			case "--prefix" -> new Options(value(option, rest), this.app, this.hash, this.help);
			case "--app" -> new Options(this.prefix, value(option, rest), this.hash, this.help);
			case "--hash" -> new Options(this.prefix, this.app, true, this.help);
			case "--help", "-h" -> new Options(this.prefix, this.app, this.hash, true);
			// What it was is not repeated: it may be a key.
			default -> throw new IllegalArgumentException("An argument is no option; a key is read from standard "
					+ "input, for other users of the machine can see arguments");
		};
	}

	private static String value(String option, Iterator<String> rest) {
		if (!rest.hasNext()) {
			throw new IllegalArgumentException(option + " needs a value");
		}
		return rest.next();
	}

}
