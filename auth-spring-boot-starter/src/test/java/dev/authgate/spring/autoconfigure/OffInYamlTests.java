package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.authgate.spring.autoconfigure.AuthgateProperties.Mode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;

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

	private WebApplicationContextRunner application(String word) throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yml"), "authgate.mode: " + word);
		return TestApplications.runner()
			.withInitializer(new ConfigDataApplicationContextInitializer())
			.withSystemProperties("spring.config.location=" + file.toUri());
	}

}
