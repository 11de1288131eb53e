package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.AuthgateProperties.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mode that YAML may make a boolean of.
 */
class OffInYamlTests {

	@TempDir
	private Path directory;

	@ParameterizedTest
	@ValueSource(strings = { "off", "Off", "'off'", "OFF", "no", "false" })
	void whenYamlSaysOffThenTheApplicationIsOff(String word) throws IOException {
		application(word).run((context) -> assertThat(context).hasNotFailed()
			.getBean(AuthgateProperties.class)
			.extracting(AuthgateProperties::mode)
			.isEqualTo(Mode.OFF));
	}

	@ParameterizedTest
	@ValueSource(strings = { "on", "yes", "true", "'false'", "'no'" })
	void whenYamlSaysAnotherWordThenRefused(String word) throws IOException {
		application(word).run((context) -> assertThat(context).getFailure()
			.hasMessageMatching("authgate\\.mode cannot be understood \\(URL .*application.yml] - 1:16\\)\\."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"off\":\n    user-id: me", "off.user-id: me" })
	void whenOffIsANameInQuotesThenItIsRead(String lines) throws IOException {
		yaml("authgate:\n  mode: off\n  " + lines).run((context) -> assertThat(context).hasNotFailed()
			.getBean(AuthgateProperties.class)
			.satisfies((properties) -> assertThat(properties.off().userId()).isEqualTo("me")));
	}

	@Test
	void whenOffIsANameWithoutQuotesThenQuotesAreAskedFor() throws IOException {
		yaml("authgate:\n  mode: off\n  off:\n    user-id: me").run((context) -> {
			Throwable failure = NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure());
			assertThat(failure).hasMessageMatching("A name beneath authgate is read by YAML as 'false' .*4:14\\)\\.")
				.isInstanceOfSatisfying(MisconfigurationException.class,
						(ex) -> assertThat(ex.action()).isEqualTo("Write it in quotes, for example \"off\":"));
		});
	}

	private WebApplicationContextRunner application(String word) throws IOException {
		return yaml("authgate.mode: " + word);
	}

	private WebApplicationContextRunner yaml(String content) throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yml"), content);
		return TestApplications.runner()
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.withSystemProperties("spring.config.location=" + file.toUri());
	}

}
