package dev.authgate.apikey.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyBuilder;
import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The program that makes up an API key and prints it with what is to be configured, or
 * digests a key that it reads from standard input.
 * <p>
 * It exits with 0, or with 2 and one line on standard error if it cannot do what it was
 * asked. A key is never an argument: other users of the machine see those.
 */
public final class ApiKeyCommand {

	private static final int USAGE_ERROR = 2;

	private static final String HELP = """
			Makes up an API key, or digests one.

			  java -jar auth-core.jar [--prefix <prefix>] [--app <name>]
			      prints a new key, its digest, and the lines to configure
			  java -jar auth-core.jar --hash < file-with-the-key
			      prints the digest of the key on standard input

			  --prefix <prefix>  what the key begins with, as authgate.api-keys.prefix says; ak by default
			  --app <name>       the client application that the key is for
			  --hash             digest a key from standard input
			  --help             print this text
			""";

	private ApiKeyCommand() {
	}

	/**
	 * Runs the program and ends the process.
	 * @param arguments the options, see {@code --help}
	 * @throws IOException if standard input or output fails
	 */
	public static void main(String[] arguments) throws IOException {
		try {
			run(List.of(arguments), System.in, System.out);
		}
		catch (IllegalArgumentException ex) {
			System.err.println(ex.getMessage() + ". Try --help.");
			System.exit(USAGE_ERROR);
		}
	}

	/**
	 * Runs the program.
	 * @throws IllegalArgumentException if it was asked for what it cannot do; the message
	 * repeats no argument and nothing of the input
	 */
	static void run(List<String> arguments, InputStream input, Appendable output) throws IOException {
		Options options = Options.parse(arguments);
		if (options.help()) {
			output.append(HELP);
		}
		else if (options.hash()) {
			output.append(digest(input, options.prefix())).append('\n');
		}
		else {
			print(GeneratedApiKey.generate(options.prefix()), options.app(), output);
		}
	}

	private static String digest(InputStream input, String prefix) throws IOException {
		byte[] read = input.readNBytes(ApiKey.MAX_LENGTH + 3);
		String key = new String(read, StandardCharsets.UTF_8).replaceFirst("\r?\n\\z", "");
		ApiKeyBuilder known = ApiKey.builder(Secret.of(key));
		if (GeneratedApiKey.isDamaged(Secret.of(key), prefix)) {
			throw new IllegalArgumentException("The key begins with " + prefix
					+ "_ and is no generated key: a part is missing or mistyped, or it needs another --prefix");
		}
		return known.build().digest().toString();
	}

	private static void print(GeneratedApiKey generated, @Nullable String app, Appendable output) throws IOException {
		output.append("The key, shown this once; hand it to its owner:\n\n  ")
			.append(generated.key().reveal())
			.append("\n\nIts digest:\n\n  ")
			.append(generated.digest().toString())
			.append("\n\nThe entry beneath authgate.api-keys.keys, or beneath keys in the keys file:\n\n  - id: ")
			.append(generated.id())
			.append("\n    key-hash: ")
			.append(generated.digest().toString())
			.append((app != null) ? "\n    app: " + quoted(app) : "")
			.append("\n");
	}

	private static String quoted(String text) {
		return "'" + text.replace("'", "''").replace("${", "\\${") + "'";
	}

}
