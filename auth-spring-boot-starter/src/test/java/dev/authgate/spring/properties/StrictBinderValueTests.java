package dev.authgate.spring.properties;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.authgate.spring.MisconfigurationException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.PropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Values: what cannot be understood refuses to start and is not repeated (O12).
 */
class StrictBinderValueTests {

	@ParameterizedTest
	@ValueSource(strings = { "off", "no", "false", "'off'", "OFF" })
	void whenYamlSaysOffThenTaken(String word) {
		assertThat(bind(TestSources.yaml("authgate.mode: " + word)).mode()).isEqualTo(TestTree.Mode.OFF);
	}

	@ParameterizedTest
	@ValueSource(strings = { "on-line", "onLine", "ON_LINE" })
	void whenWordIsRelaxedThenTaken(String word) {
		assertThat(bind(TestSources.properties("authgate.mode=" + word)).mode()).isEqualTo(TestTree.Mode.ON_LINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "on", "yes", "true", "'false'", "'no'", "offf", "online-not", "0" })
	void whenYamlSaysSomethingElseThenRefused(String word) {
		refused(TestSources.yaml("authgate.mode: " + word))
			.hasMessage("authgate.mode cannot be understood (test.yml - 1:16).")
			.extracting("action")
			.isEqualTo("Write one of on-line, off. The words true, false, yes, no and on are not taken.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "no", "true", "on", "yes", "FALSE" })
	void whenPropertiesSayAWordThatCouldMeanEitherThenRefused(String word) {
		refused(TestSources.properties("authgate.mode=" + word)).hasMessageStartingWith("authgate.mode cannot be");
		refused(TestSources.variable("AUTHGATE_MODE", word)).hasMessageStartingWith("authgate.mode cannot be");
	}

	@Test
	void whenBooleanIsNotFromAFileThenRefused() {
		refused(TestSources.map("authgate.mode", false)).hasMessageStartingWith("authgate.mode cannot be understood");
	}

	@Test
	void whenPlaceholderGivesAWordThenJudgedAsText() {
		assertThat(bind(TestSources.yaml("authgate.mode: ${M:off}")).mode()).isEqualTo(TestTree.Mode.OFF);
		refused(TestSources.yaml("authgate.mode: ${M:false}")).hasMessageStartingWith("authgate.mode cannot be");
	}

	@Test
	void whenSecretIsTextThenBound() {
		assertThat(bind(TestSources.yaml("authgate.vault.secret: s3cret")).vault().secret().reveal())
			.isEqualTo("s3cret");
	}

	@Test
	void whenSecretIsAFileOfAConfigTreeThenBound(@TempDir Path directory) throws IOException {
		Files.writeString(directory.resolve("authgate.vault.secret"), "s3cret\n");
		PropertySource<?> tree = new ConfigTreePropertySource("tree", directory,
				ConfigTreePropertySource.Option.AUTO_TRIM_TRAILING_NEW_LINE);
		assertThat(bind(tree).vault().secret().reveal()).isEqualTo("s3cret");
	}

	@Test
	void whenKeyIsUnknownInAConfigTreeThenRefused(@TempDir Path directory) throws IOException {
		Files.writeString(directory.resolve("authgate.vault.sekret"), "s3cret");
		refused(new ConfigTreePropertySource("tree", directory))
			.hasMessageStartingWith("authgate.vault.sekret is unknown");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456701234567", "1.0e10", "42", "true", "off", "0x1234", ".inf" })
	void whenSecretIsNoTextThenToldToQuoteIt(String value) {
		refused(TestSources.yaml("authgate.vault.secret: " + value))
			.hasMessage("authgate.vault.secret is not a text: YAML reads it as a number or a boolean, which loses what "
					+ "was written (test.yml - 1:24).")
			.extracting("action")
			.isEqualTo("Put it in quotes.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "''", "'  '", "", "\"${NOT_SET:}\"" })
	void whenSecretIsEmptyThenToldTheUsualCause(String value) {
		refused(TestSources.yaml("authgate.vault.secret: " + value))
			.hasMessageStartingWith("authgate.vault.secret is empty (test.yml - 1:2")
			.extracting("action")
			.asString()
			.startsWith("Set the secret. The usual cause is an environment variable that is not set");
	}

	@Test
	void whenSecretIsEmptyInAListThenRefused() {
		refused(TestSources.yaml("authgate.doors: [ { key: '' } ]"))
			.hasMessageStartingWith("authgate.doors[0].key is empty");
	}

	@ParameterizedTest
	@ValueSource(strings = { "authgate.vault.secret", "authgate.vault.clock-skew", "authgate.vault.label",
			"authgate.mode", "authgate.doors[0].key", "authgate.doors[0].permissions", "authgate.public-paths",
			"authgate.public-paths[0]", "authgate.roles.admin", "authgate.doors[0].data.x" })
	void whenPlaceholderIsUnresolvableThenRefused(String key) {
		refused(TestSources.properties(key + "=${NOT_SET}"))
			.hasMessageStartingWith(key + " has a placeholder that cannot be resolved")
			.message()
			.doesNotContain("NOT_SET");
	}

	@Test
	void whenPlaceholderIsCircularThenRefused() {
		refused(TestSources.properties("authgate.vault.secret=${a.b}", "a.b=${authgate.vault.secret}"))
			.hasMessageStartingWith("authgate.vault.secret has a placeholder that cannot be resolved");
	}

	@Test
	void whenPlaceholderIsEscapedThenLiteral() {
		assertThat(bind(TestSources.properties("authgate.vault.secret=a\\\\${b}")).vault().secret().reveal())
			.isEqualTo("a${b}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "mode", "vault.clock-skew", "vault.expires-at", "vault.enabled" })
	void whenValueIsEmptyThenRefused(String key) {
		refused(TestSources.properties("authgate." + key + "="))
			.hasMessageStartingWith("authgate." + key + " is empty (test.properties - ");
	}

	@Test
	void whenTextIsEmptyThenTaken() {
		assertThat(bind(TestSources.properties("authgate.vault.label=")).vault().label()).isEmpty();
	}

	@Test
	void whenDurationIsNotOneThenTheFormIsShown() {
		refused(TestSources.properties("authgate.vault.clock-skew=s3cret"))
			.hasMessage("authgate.vault.clock-skew cannot be understood (test.properties - 1:27).")
			.hasNoCause()
			.extracting("action")
			.isEqualTo("Write a duration such as 30s, 15m or 24h.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "30", "'30'", "0", "1_000" })
	void whenDurationHasNoUnitThenRefused(String duration) {
		refused(TestSources.yaml("authgate.vault.clock-skew: " + duration))
			.hasMessageStartingWith("authgate.vault.clock-skew cannot be understood");
	}

	@Test
	void whenTimeOrBooleanIsNotOneThenTheFormIsShown() {
		refused(TestSources.properties("authgate.vault.expires-at=tomorrow")).extracting("action")
			.isEqualTo("Write a date and time with its offset, such as 2030-01-31T00:00:00Z.");
		refused(TestSources.properties("authgate.vault.enabled=maybe")).extracting("action")
			.isEqualTo("Write true or false.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "yes", "on", "1", "no", "off", "0", "tru" })
	void whenBooleanIsAnotherWordThenRefused(String word) {
		refused(TestSources.properties("authgate.vault.enabled=" + word))
			.hasMessageStartingWith("authgate.vault.enabled cannot be understood");
	}

	@ParameterizedTest
	@ValueSource(strings = { "no", "off", "false", "'FALSE'" })
	void whenBooleanIsOneInYamlThenTaken(String word) {
		assertThat(bind(TestSources.yaml("authgate.vault.enabled: " + word)).vault().enabled()).isFalse();
	}

	@Test
	void whenProcessedAheadOfTimeThenSecretsMayBeMissing() {
		System.setProperty(AbstractAotProcessor.AOT_PROCESSING, "true");
		try {
			assertThat(bind(TestSources.yaml("authgate.vault.secret: ${NOT_SET}")).vault().secret()).isNotNull();
		}
		finally {
			System.clearProperty(AbstractAotProcessor.AOT_PROCESSING);
		}
	}

	@Test
	void whenVariableIsNotUnderstoodThenItIsNamed() {
		refused(TestSources.variable("AUTHGATE_VAULT_CLOCKSKEW", "s3cret"))
			.hasMessage("authgate.vault.clock-skew cannot be understood " + "(property source 'systemEnvironment').");
	}

	@Test
	void whenVariableHasTheNameOfTheRootThenIgnored() {
		assertThat(bind(TestSources.variable("AUTHGATE", "1")).mode()).isEqualTo(TestTree.Mode.ON_LINE);
	}

	private static TestTree bind(PropertySource<?>... sources) {
		return StrictBinder.bind(TestSources.environment(sources), "authgate", TestTree.class);
	}

	private static AbstractThrowableAssert<?, MisconfigurationException> refused(PropertySource<?>... sources) {
		return assertThat(catchThrowableOfType(MisconfigurationException.class, () -> bind(sources))).isNotNull();
	}

}
