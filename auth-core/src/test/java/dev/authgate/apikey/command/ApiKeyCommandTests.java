package dev.authgate.apikey.command;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ApiKeyCommandTests {

	@Test
	void whenRunThenKeyAndItsDigestAndEntryArePrinted() throws IOException {
		String printed = run("", "--prefix", "acme", "--app", "client_1");
		String key = first("acme_[0-9A-Za-z]{41}", printed);
		assertThat(GeneratedApiKey.isDamaged(Secret.of(key), "acme")).isFalse();
		assertThat(printed.lines().map(String::strip)).containsSequence("- id: " + key.substring(0, 13),
				"key-hash: " + SecretDigest.of(key), "app: 'client_1'");
	}

	@Test
	void whenRunTwiceThenKeysDiffer() throws IOException {
		String pattern = "ak_[0-9A-Za-z]{41}";
		assertThat(first(pattern, run(""))).isNotEqualTo(first(pattern, run("")));
	}

	@Test
	void whenNoAppIsNamedThenNoneIsPrinted() throws IOException {
		assertThat(run("")).doesNotContain("app:");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "o'brien, app: 'o''brien'", "a: #b, app: 'a: #b'", "${X}, app: '\\${X}'" })
	void whenAppHasSpecialCharactersThenQuoted(String app, String line) throws IOException {
		assertThat(run("", "--app", app).lines().map(String::strip)).contains(line);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a-key-chosen-by-hand", "a-key-chosen-by-hand\n", "a-key-chosen-by-hand\r\n" })
	void whenKeyIsReadThenItsDigestAloneIsPrinted(String input) throws IOException {
		assertThat(run(input, "--hash")).isEqualTo(SecretDigest.of("a-key-chosen-by-hand") + "\n");
	}

	@Test
	void whenGeneratedKeyIsReadThenItsDigestIsPrinted() throws IOException {
		GeneratedApiKey generated = GeneratedApiKey.generate("ak");
		assertThat(run(generated.key().reveal() + "\n", "--hash")).isEqualTo(generated.digest() + "\n");
	}

	/** F7, F8. */
	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "canary canary", "canary\n\n", "canary\ncanary", "canäry", "ak_canary" })
	void whenInputIsNoKeyThenRefusedWithoutRepeatingIt(String input) {
		assertThatIllegalArgumentException().isThrownBy(() -> run(input, "--hash"))
			.satisfies((refusal) -> assertThat(refusal).hasMessageNotContaining("can"));
	}

	@Test
	void whenInputIsTooLongThenRefused() throws IOException {
		assertThat(run("k".repeat(ApiKey.MAX_LENGTH) + "\r\n", "--hash")).startsWith("sha256:");
		assertThatIllegalArgumentException().isThrownBy(() -> run("k".repeat(ApiKey.MAX_LENGTH + 1), "--hash"));
		assertThatIllegalArgumentException().isThrownBy(() -> run("k".repeat(100_000), "--hash"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "canary", "--canary", "--hash canary", "--hash=canary", "--prefix", "--app",
			"--prefix canary-", "--app canary\n", "--hash --app canary", "" })
	void whenArgumentsAreWrongThenRefusedWithoutRepeatingThem(String arguments) {
		assertThatIllegalArgumentException().isThrownBy(() -> run("a-key-chosen-by-hand", arguments.split(" ")))
			.satisfies((refusal) -> assertThat(refusal).hasMessageNotContaining("canary"));
	}

	@Test
	void whenHelpIsWantedThenEveryOptionIsNamed() throws IOException {
		assertThat(run("", "--help")).contains("--prefix", "--app", "--hash", "standard input");
	}

	@Test
	void whenRunAsAProgramThenKeyIsPrintedAndNothingElseIsNeeded() throws Exception {
		Ended ended = program("");
		assertThat(ended.status()).isZero();
		assertThat(ended.output()).containsPattern("\\bak_[0-9A-Za-z]{41}\\b").contains("key-hash: sha256:");
		assertThat(ended.errors()).isEmpty();
	}

	@Test
	void whenProgramReadsAKeyThenDigestIsPrinted() throws Exception {
		assertThat(program("a-key-chosen-by-hand\n", "--hash").output())
			.isEqualToNormalizingNewlines(SecretDigest.of("a-key-chosen-by-hand") + "\n");
	}

	@Test
	void whenProgramIsUsedWronglyThenTwoAndOneLine() throws Exception {
		Ended ended = program("", "--canary");
		assertThat(ended.status()).isEqualTo(2);
		assertThat(ended.output()).isEmpty();
		assertThat(ended.errors().lines()).hasSize(1);
		assertThat(ended.errors()).contains("Try --help").doesNotContain("canary");
	}

	private static String run(String input, String... arguments) throws IOException {
		StringBuilder output = new StringBuilder();
		InputStream stream = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
		ApiKeyCommand.run(List.of(arguments), stream, output);
		return output.toString();
	}

	private static Ended program(String input, String... arguments) throws Exception {
		Path classes = Path.of(ApiKeyCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", classes.toString(),
						ApiKeyCommand.class.getName()));
		command.addAll(List.of(arguments));
		Process process = new ProcessBuilder(command).start();
		process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
		process.getOutputStream().close();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		return new Ended(process.exitValue(), output, errors);
	}

	private static String first(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern).matcher(text);
		assertThat(matcher.find()).isTrue();
		return matcher.group();
	}

	private record Ended(int status, String output, String errors) {
	}

}
