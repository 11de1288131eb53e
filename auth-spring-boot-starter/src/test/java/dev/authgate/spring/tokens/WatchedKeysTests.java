package dev.authgate.spring.tokens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

import dev.authgate.jwt.key.JwtKey;
import dev.authgate.jwt.key.KeyRing;
import dev.authgate.jwt.key.text.JwkKeys;
import dev.authgate.secret.Secret;
import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@ExtendWith(OutputCaptureExtension.class)
class WatchedKeysTests {

	private static final String A = set("a", "CR8AgP8z0QKbF-5kDaO3HMh1lFcu4gEGaZ7YI8q9bVA");

	private static final String B = set("b", "hV3nY6tQm1Lx8RzWk4Cs0Pj7Gd2Fb5HaUe9TiOvKqZs");

	@TempDir
	private Path directory;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.directory.resolve("keys.json"), A);
	}

	@Test
	void whenFileIsMissingAtFirstThenRefused() throws IOException {
		Files.delete(this.file);
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(this::watched)
			.withMessage("The key at file:" + this.file + " does not exist, or may not be read.");
	}

	@Test
	void whenFileIsHugeThenRefused() throws IOException {
		Files.writeString(this.file, " ".repeat(1024 * 1024 + 1));
		assertThatExceptionOfType(MisconfigurationException.class).isThrownBy(this::watched)
			.withMessage("The key at file:" + this.file + " is longer than any key.");
	}

	@Test
	void whenChangeIsSeenTwiceThenTaken() throws IOException {
		WatchedKeys keys = watched();
		Files.writeString(this.file, B);
		keys.check();
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=a, algorithm=HS256]]");
		keys.check();
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=b, algorithm=HS256]]");
	}

	@Test
	void whenNothingChangesThenTheRingIsTheSame() {
		WatchedKeys keys = watched();
		KeyRing ring = keys.current();
		settle(keys);
		assertThat(keys.current()).isSameAs(ring);
	}

	@Test
	void whenFileIsCutAnywhereThenTheLastGoodRingStays(CapturedOutput output) throws IOException {
		WatchedKeys keys = watched();
		for (int length = 0; length < B.length() - 1; length++) {
			Files.writeString(this.file, B.substring(0, length));
			settle(keys);
			assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=a, algorithm=HS256]]");
		}
		assertThat(output).doesNotContain("hV3nY6").containsOnlyOnce("were not loaded anew");
	}

	@Test
	void whenFileIsGoodAgainThenTakenAndTheNextProblemWarned(CapturedOutput output) throws IOException {
		WatchedKeys keys = watched();
		for (String content : List.of("rubbish", B, "rubbish", A)) {
			Files.writeString(this.file, content);
			settle(keys);
			settle(keys);
		}
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=a, algorithm=HS256]]");
		assertThat(output.getOut().split("were not loaded anew", -1)).hasSize(3);
		assertThat(output.getOut().split("were loaded anew", -1)).hasSize(3);
	}

	@Test
	void whenOldContentReturnsThenTheWarningIsOver(CapturedOutput output) throws IOException {
		WatchedKeys keys = watched();
		for (String content : List.of("rubbish", A, "rubbish")) {
			Files.writeString(this.file, content);
			settle(keys);
		}
		assertThat(output.getOut().split("were not loaded anew", -1)).hasSize(3);
	}

	@Test
	void whenFileDisappearsThenTheLastGoodRingStays(CapturedOutput output) throws IOException {
		WatchedKeys keys = watched();
		Files.delete(this.file);
		settle(keys);
		settle(keys);
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=a, algorithm=HS256]]");
		assertThat(output).containsOnlyOnce("does not exist, or may not be read");
	}

	@Test
	void whenNoKeySignsAnyMoreThenTheLastGoodRingStays(CapturedOutput output) throws IOException {
		WatchedKeys keys = watched();
		Files.writeString(this.file, "{\"keys\":[{\"kty\":\"OKP\",\"crv\":\"Ed25519\","
				+ "\"x\":\"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo\"}]}");
		settle(keys);
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=a, algorithm=HS256]]");
		assertThat(output).contains("No key signs any more.");
	}

	@Test
	void whenSetIsEmptyThenTheLastGoodRingStays() throws IOException {
		WatchedKeys keys = watched();
		Files.writeString(this.file, "{\"keys\":[]}");
		settle(keys);
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=a, algorithm=HS256]]");
	}

	@Test
	void whenFileIsRenamedOverThenTaken() throws IOException {
		WatchedKeys keys = watched();
		Path next = Files.writeString(this.directory.resolve("next.json"), B);
		Files.move(next, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		settle(keys);
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=b, algorithm=HS256]]");
	}

	@Test
	void whenLinkOfTheDirectoryIsSwappedThenTaken() throws IOException {
		Path first = Files.createDirectory(this.directory.resolve("first"));
		Path second = Files.createDirectory(this.directory.resolve("second"));
		Files.writeString(first.resolve("keys.json"), A);
		Files.writeString(second.resolve("keys.json"), B);
		Path link = Files.createSymbolicLink(this.directory.resolve("data"), first);
		this.file = link.resolve("keys.json");
		WatchedKeys keys = watched();
		Path swapped = Files.createSymbolicLink(this.directory.resolve("data-next"), second);
		Files.move(swapped, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		settle(keys);
		assertThat(keys.current()).hasToString("KeyRing[JwtKey[id=b, algorithm=HS256]]");
	}

	private WatchedKeys watched() {
		String location = "file:" + this.file;
		return new WatchedKeys(() -> KeyTexts.read(List.of(location)),
				(texts) -> KeyRing.of(read(texts.of(Secret.of(location)))));
	}

	private static List<JwtKey> read(Secret text) {
		try {
			return JwkKeys.read(text, null);
		}
		catch (IllegalArgumentException ex) {
			throw new MisconfigurationException("rubbish", "Correct it.");
		}
	}

	private static void settle(WatchedKeys keys) {
		keys.check();
		keys.check();
	}

	private static String set(String id, String secret) {
		return "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"" + id + "\",\"k\":\"" + secret + "\"}]}\n";
	}

}
