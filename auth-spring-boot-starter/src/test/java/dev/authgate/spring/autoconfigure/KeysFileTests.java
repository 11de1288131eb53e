package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import dev.authgate.Grants;
import dev.authgate.PermissionRegistry;
import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.apikey.InMemoryApiKeyStore;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.keys.KeysFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The file of API keys: only good content counts, and it counts as a whole.
 */
@ExtendWith(OutputCaptureExtension.class)
class KeysFileTests {

	private static final String CANARY = "cAnArY-7f3a-SeCrEt";

	private static final String GOOD = """
			# Keys of the partners
			keys:
			  - id: first
			    key-hash: HASH-1
			    app: client_1
			    permissions: "threads:read"
			    not-before: 2020-01-01T00:00:00Z
			    expires-at: 2030-01-01T00:00:00Z
			  - { id: second, key-hash: HASH-2, app: client_22, permissions: "threads:read, threads:write" }
			  - id: third
			    key-hash: HASH-3
			    app: client_33
			    roles: admin, clerk
			    data:
			      team: blue
			    enabled: false
			    expires-at: 2031-01-01T00:00:00Z
			""".replace("HASH-1", hash("key-1")).replace("HASH-2", hash("key-2")).replace("HASH-3", hash("key-3"));

	@TempDir
	private Path directory;

	private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	private final MockEnvironment environment = new MockEnvironment();

	private Path path;

	private KeysFile file;

	@BeforeEach
	void prepare() throws IOException {
		this.path = this.directory.resolve("keys.yml");
		Grants grants = Grants.of(PermissionRegistry.of(Map.of("threads", List.of("read", "write"))), Map.of());
		ConfiguredApiKeys entries = new ConfiguredApiKeys(TestApiKeySettings.defaults(), grants);
		this.file = new KeysFile(this.path, new KeysFileEntries(entries, this.environment), this.store);
		write(GOOD);
	}

	@Test
	void whenLoadedThenEveryPropertyOfAnEntryCounts() {
		this.file.load();
		assertThat(names()).containsExactly("first", "second", "third");
		assertThat(find("key-1").expiresAt()).isEqualTo("2030-01-01T00:00:00Z");
		assertThat(find("key-1").notBefore()).isEqualTo("2020-01-01T00:00:00Z");
		assertThat(find("key-2").user().permissions()).containsExactly("threads:read", "threads:write");
		assertThat(find("key-3").enabled()).isFalse();
		assertThat(find("key-3").roles()).containsExactlyInAnyOrder("admin", "clerk");
		assertThat(find("key-3").user().data()).containsEntry("team", "blue");
	}

	@Test
	void whenPlaceholderIsWrittenThenItIsResolvedByTheEnvironment() throws IOException {
		this.environment.setProperty("PARTNER_KEY", "a-key-from-the-environment");
		write("keys: [ { id: x, key: '${PARTNER_KEY}' } ]");
		this.file.load();
		assertThat(find("a-key-from-the-environment").id()).isEqualTo("x");
	}

	/** F3. */
	@Test
	void whenChangeWasSeenTwiceThenItCounts() throws IOException {
		this.file.load();
		write("keys: [ { id: next, key-hash: '" + hash("key-4") + "' } ]");
		this.file.check();
		assertThat(names()).containsExactly("first", "second", "third");
		this.file.check();
		assertThat(names()).containsExactly("next");
	}

	@Test
	void whenFileKeepsChangingThenNothingCounts() throws IOException {
		this.file.load();
		for (int i = 0; i < 10; i++) {
			write("keys: [ { id: next, app: app-" + i + ", key-hash: '" + hash("key-4") + "' } ]");
			this.file.check();
		}
		assertThat(names()).containsExactly("first", "second", "third");
	}

	/** F3, F11. */
	@Test
	void whenCutOffAnywhereThenEachKeyIsAsItWasOrGoneFromTheEndOn() throws IOException {
		byte[] whole = GOOD.getBytes(StandardCharsets.UTF_8);
		this.file.load();
		List<ApiKey> before = keys();
		for (int length = 0; length < whole.length; length++) {
			Files.write(this.path, Arrays.copyOf(whole, length));
			settle();
			assertThat(keys()).as("cut off at %d", length).isNotEmpty().isEqualTo(before.subList(0, keys().size()));
			write(GOOD);
			settle();
			assertThat(keys()).isEqualTo(before);
		}
	}

	@Test
	void whenLastEntryIsChangedAndNotCutOffThenItCounts() throws IOException {
		this.file.load();
		write(GOOD.replace("    expires-at: 2031-01-01T00:00:00Z\n", "# until it is revoked\n"));
		settle();
		assertThat(find("key-3").expiresAt()).isNull();
	}

	@Test
	void whenLastEntryIsRemovedThenItIsGone() throws IOException {
		this.file.load();
		write(GOOD.substring(0, GOOD.indexOf("  - id: third")));
		settle();
		assertThat(names()).containsExactly("first", "second");
	}

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

	/** F3. */
	@Test
	void whenKeyIsRevokedThenItStaysSoWhileItStandsInTheFile() throws IOException {
		this.file.load();
		this.store.revoke("second");
		settle();
		assertThat(names()).containsExactly("first", "third");
		write(GOOD + "# changed\n");
		settle();
		assertThat(names()).containsExactly("first", "third");
	}

	@Test
	void whenRenamedOverThenItCounts() throws IOException {
		this.file.load();
		Path next = Files.writeString(this.directory.resolve("next"), GOOD.replace("id: second", "id: renamed"));
		Files.move(next, this.path, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
		settle();
		assertThat(names()).containsExactly("first", "renamed", "third");
	}

	@Test
	void whenGeneratedKeyIsInTheFileThenFound() throws IOException {
		GeneratedApiKey generated = GeneratedApiKey.generate("ak");
		write("keys: [ { id: " + generated.id() + ", key: " + generated.key().reveal() + " } ]");
		this.file.load();
		assertThat(find(generated.key().reveal()).id()).isEqualTo(generated.id());
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

	private void settle() {
		this.file.check();
		this.file.check();
	}

	private void write(String content) throws IOException {
		Files.writeString(this.path, content);
	}

	private List<String> names() {
		return keys().stream().map(ApiKey::id).toList();
	}

	private List<ApiKey> keys() {
		return Stream.of("key-1", "key-2", "key-3", "key-4").map(this::find).filter((key) -> key != null).toList();
	}

	private @Nullable ApiKey find(String key) {
		return this.store.find(SecretDigest.of(key));
	}

	private static String hash(String key) {
		return SecretDigest.of(key).toString();
	}

}
