package dev.authgate.spring.autoconfigure.authenticator;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.authgate.apikey.ApiKey;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.keys.KeysFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The file of API keys: only good content counts, and the last good one stays.
 */
@ExtendWith(OutputCaptureExtension.class)
class KeysFileRubbishTests extends KeysFileFixture {

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "'' | It is empty.", "'\n\n' | It is empty.", "'# nothing' | It is empty.",
			"'keys:' | It has no keys.", "'keys: []' | It has no keys.", "'C' | It is no map of names to values.",
			"'[ C, C ]' | It is no map of names to values.",
			"'keys: [ { key: C, key: C } ]' | It is no YAML, at line 1.", "'keys: [ { key: C' | It is no YAML, at line",
			"'keys: \t- C' | It is no YAML, at line 1.", "'keys: &a [ *a ]' | It has aliases",
			"'keys: [ { key: C } ]\n---\nkeys: [ { key: C } ]' | It has several documents.",
			"'authgate: { api-keys: { keys: [ { key: C } ] } }' | authgate is unknown (",
			"'C: x' | A key beneath authgate.api-keys is unknown (",
			"'keys: C' | keys is a list of entries, and is written as a single value (",
			"'keys: { C: x }' | keys is a list of entries",
			"'keys: [ C ]' | keys[0] is a group of properties, and is written as a single value (",
			"'keys: [ { sekret: C } ]' | keys[0].sekret is unknown (",
			"'keys: [ { key: C, enabled: C } ]' | keys[0].enabled cannot be understood (",
			"'keys: [ { key: C, expires-at: C } ]' | keys[0].expires-at cannot be understood (",
			"'keys: [ { key: 12345678901234567890 } ]' | keys[0].key is not a text",
			"'keys: [ { key: ''${C}'' } ]' | keys[0].key has a placeholder that cannot be resolved",
			"'keys: [ { key: '''' } ]' | keys[0].key is empty (",
			"'keys: [ { key: ''C C'' } ]' | keys[0].key: An API key has from 1 to 512 visible ASCII characters",
			"'keys: [ { key-hash: C } ]' | keys[0].key-hash: Expected sha256:",
			"'keys: [ { app: a } ]' | keys[0] has neither key nor key-hash.",
			"'keys: [ { key: C, key-hash: C } ]' | keys[0] has both key and key-hash.",
			"'keys: [ { key: C }, { key: C } ]' | keys[1] has the same key as one before it.",
			"'keys: [ { id: a, key: C }, { id: a, key: C2 } ]' | keys[1]: Another API key has the id 'a'.",
			"'keys: [ { key: C, permissions: ''threads:wirte'' } ]' | keys[0]: Unknown permission action: 'wirte'",
			"'keys: [ { key: C, permissions: { threads: read } } ]' | keys[0].permissions is a list, and is written as a map",
			"'keys: [ { key: ak_C } ]' | keys[0].key begins with ak_ and is no generated key." })
	void whenContentIsRubbishThenKeysStayAndOneWarningSaysWhy(String content, String reason, CapturedOutput output)
			throws IOException {
		this.file.load();
		write(content.replace("C", CANARY));
		settle();
		settle();
		assertThat(names()).containsExactly("first", "second", "third");
		assertThat(output.getOut()).containsOnlyOnce(
				"The keys file " + this.path + " was not loaded, and its keys stay " + "as they were. " + reason);
		assertThat(output.getAll()).doesNotContain(CANARY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "keys:", "C", "keys: [ { key: C, key: C } ]", "keys: [ { key: C, sekret: C } ]",
			"keys: [ { key: C }, { key: C } ]", "keys: [ { key: ak_C } ]" })
	void whenContentIsRubbishAtStartThenRefusedWithoutRepeatingIt(String content) throws IOException {
		write(content.replace("C", CANARY));
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(this.file::load)
			.withMessageStartingWith("authgate.api-keys.file: " + this.path + " cannot be used. ")
			.withMessageNotContaining(CANARY)
			.withNoCause()
			.satisfies((refusal) -> assertThat(refusal.action()).isNotBlank().doesNotContain(CANARY));
		assertThat(keys()).isEmpty();
	}

	@Test
	void whenFileIsMissingAtStartThenRefused() throws IOException {
		Files.delete(this.path);
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(this.file::load)
			.withMessage("authgate.api-keys.file: " + this.path + " cannot be used. It does not exist.");
	}

	@Test
	void whenPathIsADirectoryThenRefused() throws IOException {
		Files.delete(this.path);
		Files.createDirectory(this.path);
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(this.file::load)
			.withMessageEndingWith("It cannot be read.");
	}

	@Test
	void whenFileIsMissingLaterThenKeysStayAndOneWarning(CapturedOutput output) throws IOException {
		this.file.load();
		Files.delete(this.path);
		settle();
		assertThat(names()).containsExactly("first", "second", "third");
		assertThat(output.getOut()).containsOnlyOnce("It does not exist.");
	}

	@Test
	void whenProblemComesAgainThenWarnedAgain(CapturedOutput output) throws IOException {
		this.file.load();
		for (int i = 0; i < 2; i++) {
			Files.delete(this.path);
			settle();
			write(GOOD);
			settle();
		}
		assertThat(output.getOut().split("It does not exist\\.", -1)).hasSize(3);
	}

	@Test
	void whenKeyIsConfiguredBesidesThenRefusedAtStart() {
		this.store.register(ApiKey.of("key-2", "configured"));
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(this.file::load)
			.withMessageContaining("The API key 'second' is registered already, as 'key-");
		assertThat(find("key-1")).isNull();
	}

	@Test
	void whenIdIsConfiguredBesidesThenKeysStay(CapturedOutput output) throws IOException {
		this.store.register(ApiKey.builder(SecretDigest.of("key-0")).id("configured").build());
		this.file.load();
		write(GOOD.replace("id: first", "id: configured"));
		settle();
		assertThat(names()).containsExactly("first", "second", "third");
		assertThat(output).contains("Another API key has the id 'configured'.");
		assertThat(find("key-0")).isNotNull();
	}

	@Test
	void whenReaderThrowsAnythingThenKeysStay(CapturedOutput output) throws IOException {
		AtomicBoolean broken = new AtomicBoolean();
		KeysFile failing = new KeysFile(this.path, (content, from) -> {
			if (broken.get()) {
				throw new IllegalStateException(CANARY);
			}
			return List.of(ApiKey.of("key-1", "app"));
		}, this.store);
		failing.load();
		broken.set(true);
		write("anything");
		failing.check();
		failing.check();
		assertThat(find("key-1")).isNotNull();
		assertThat(output).contains("It cannot be read.").doesNotContain(CANARY);
	}

}
