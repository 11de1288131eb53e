package dev.authgate.spring.autoconfigure.authenticator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.GeneratedApiKey;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The file of API keys: what it says counts, as a whole.
 */
class KeysFileTests extends KeysFileFixture {

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

}
