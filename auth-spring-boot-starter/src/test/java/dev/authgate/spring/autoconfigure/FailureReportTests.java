package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.authgate.spring.MisconfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.UnreachableFilterChainException;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@ExtendWith(OutputCaptureExtension.class)
class FailureReportTests {

	@Test
	void whenMisconfiguredThenReportSaysWhatAndWhereAndWhatToType(CapturedOutput output) {
		start(Application.class, "failures/unknown-key");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("authgate.api-keys.keys[0].permision is unknown (class path resource "
					+ "[failures/unknown-key.yml] - 5:20).")
			.contains("Did you mean authgate.api-keys.keys[].permissions?");
	}

	@Test
	void whenMisconfigurationIsFoundLateThenReportSaysWhereItWasSet(CapturedOutput output) {
		start(Application.class, "failures/same-key");
		assertThat(output).contains("authgate.api-keys.keys[1] has the same key as one before it.")
			.contains("authgate.api-keys.keys[1] is set at class path resource [failures/same-key.yml] - 5:14");
	}

	@Test
	void whenKeyOfAnImportedFileIsUnknownThenReportNamesThatFile(CapturedOutput output) {
		start(Application.class, "failures/importing");
		assertThat(output)
			.contains("authgate.moode is unknown (class path resource [failures/imported.properties] - 1:16).");
	}

	@Test
	void whenKeyOfAPropertySourceIsUnknownThenReportNamesThatSource(CapturedOutput output) {
		start(Sourced.class, "failures/good");
		assertThat(output).contains("authgate.moode is unknown (property source 'class path resource "
				+ "[failures/imported.properties]').");
	}

	@Test
	void whenChainOfTheApplicationTakesEveryRequestThenBothAreNamed(CapturedOutput output) {
		start(GreedyChain.class, "failures/good");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The SecurityFilterChain 'greedy' takes every request, and so does 'authgateSecurityFilterChain'")
			.contains("http.securityMatcher(\"/admin/**\")")
			.contains("authgate.catch-all: none");
	}

	@ParameterizedTest
	@ValueSource(strings = { "secret: \"cAnArY-of-yaml", "secret: cAnArY-of-yaml: x", "secret: [ cAnArY-of-yaml }",
			"secret: cAnArY-of-yaml\n\t other: x", "secret: @cAnArY-of-yaml", "secret: *cAnArY-of-yaml" })
	void whenYamlIsBrokenThenReportSaysWhereWithoutRepeatingIt(String line, @TempDir Path directory,
			CapturedOutput output) throws IOException {
		Path file = Files.writeString(directory.resolve("application.yml"), "authgate:\n  jwt:\n    " + line + "\n");
		catchThrowable(() -> new SpringApplication(Application.class).run("--spring.config.location=" + file.toUri()));
		assertThat(output).contains("APPLICATION FAILED TO START", "A configuration file is no YAML, line ")
			.doesNotContain("cAnArY");
	}

	@Test
	void whenFailureIsNotOursThenNotAnalysed() {
		IllegalStateException failure = new IllegalStateException("authgate.mode");
		assertThat(new AuthgateFailureAnalyzer(new MockEnvironment()).analyze(failure)).isNull();
		assertThat(new UnreachableChainFailureAnalyzer().analyze(failure)).isNull();
		assertThat(new BrokenYamlFailureAnalyzer().analyze(failure)).isNull();
	}

	@Test
	void whenMisconfigurationIsDeepThenAnalysed() {
		IllegalStateException failure = new IllegalStateException(new MisconfigurationException("what", "do"));
		FailureAnalysis analysis = new AuthgateFailureAnalyzer(new MockEnvironment()).analyze(failure);
		assertThat(analysis.getDescription()).isEqualTo("what");
		assertThat(analysis.getAction()).isEqualTo("do");
	}

	@Test
	void whenNeitherChainIsOursThenNotAnalysed() {
		SecurityFilterChain chain = new DefaultSecurityFilterChain(AnyRequestMatcher.INSTANCE);
		assertThat(new UnreachableChainFailureAnalyzer().analyze(new UnreachableFilterChainException("", chain, chain)))
			.isNull();
	}

	private static void start(Class<?> application, String configuration) {
		SpringApplication spring = new SpringApplication(application);
		assertThat(catchThrowable(
				() -> spring.run("--server.port=0", "--spring.config.location=classpath:" + configuration + ".yml")))
			.isNotNull();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	@PropertySource("classpath:failures/imported.properties")
	static class Sourced {

	}

	@Configuration(proxyBeanMethods = false)
	@Import(Application.class)
	static class GreedyChain {

		@Bean
		SecurityFilterChain greedy(HttpSecurity http) {
			return http.build();
		}

	}

}
