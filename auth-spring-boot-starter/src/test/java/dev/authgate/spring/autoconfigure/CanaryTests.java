package dev.authgate.spring.autoconfigure;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import dev.authgate.AuthUser;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.jwt.key.JwtKeys;
import dev.authgate.spring.settings.AuthgateProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * No misconfiguration prints a secret, at whatever level things are logged (O8, F12).
 */
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {

	private static final String CANARY = "cAnArY-7f3a-SeCrEt-0xDEADBEEF";

	@TempDir
	private Path directory;

	@AfterEach
	void resetLevels() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	@ParameterizedTest
	@ValueSource(strings = { "C", "{ C: x }", "{ api-keys: C }", "{ api-keys: { C: client } }",
			"{ api-keys: { keys: C } }", "{ api-keys: { keys: [ C ] } }", "{ api-keys: { keys: { C: client } } }",
			"{ api-keys: { keys: { client: C } } }", "{ api-keys: { keys: { client: { key: C } } } }",
			"{ api-keys: { keys: [ [ C ] ] } }", "{ api-keys: { keys: [ { C: client } ] } }",
			"{ api-keys: { keys: [ { key: [ C ] } ] } }", "{ api-keys: { keys: [ { key: { C: x } } ] } }",
			"{ api-keys: { keys: [ { sekret: C } ] } }", "{ api-keys: { keys: [ { key: C, Key: C } ] } }",
			"{ api-keys: { keys: [ { key: C }, { key: C } ] } }",
			"{ api-keys: { keys: [ { key: C, id: a }, { key: C-2, id: a } ] } }",
			"{ api-keys: { keys: [ { key: C, key-hash: C } ] } }", "{ api-keys: { keys: [ { key-hash: C } ] } }",
			"{ api-keys: { keys: [ { key-hash: 'sha256:C' } ] } }", "{ api-keys: { keys: [ { key: 'C C' } ] } }",
			"{ api-keys: { keys: [ { key: Cé } ] } }", "{ api-keys: { keys: [ { key: '${C}' } ] } }",
			"{ api-keys: { keys: [ { key: 'C${x.y.z}' } ] } }", "{ api-keys: { keys: [ { key: '${x.y.z:C${C}}' } ] } }",
			"{ api-keys: { keys: [ { key: C, expires-at: C } ] } }",
			"{ api-keys: { keys: [ { key: C, enabled: C } ] } }",
			"{ api-keys: { keys: [ { key: C, permissions: nonsense } ] } }",
			"{ api-keys: { keys: [ { key: C, permissions: { threads: C } } ] } }",
			"{ api-keys: { header: 'C C', keys: [ { key: C } ] } }", "{ \"api-keys.keys[1].key\": C }",
			"{ \"api-keys.keys/C\": C }", "{ \"api-keys..keys\": C }", "{ \"api-keys.keys[C\": C }", "{ jwt: C }",
			"{ jwt: [ C ] }", "{ jwt: { C: x } }", "{ jwt: { secret: C } }", "{ jwt: { secret: [ C ] } }",
			"{ jwt: { secret: { C: C } } }", "{ jwt: { secret: 'base64:C' } }",
			"{ jwt: { secret: '${authgate.jwt.secret}C' } }", "{ jwt: { secret: '${C}' } }",
			"{ jwt: { secret: 'C${x.y.z}' } }", "{ login: { token: C } }", "{ login: { token: 'C${x.y.z}' } }",
			"{ jwt: { keys: C } }", "{ jwt: { keys: [ C ] } }", "{ jwt: { keys: { C: x } } }",
			"{ jwt: { keys: [ { C: x } ] } }", "{ jwt: { keys: [ { secret: C } ] } }",
			"{ jwt: { keys: [ { secret: C, jwk: C } ] } }", "{ jwt: { keys: [ { private-key: C } ] } }",
			"{ jwt: { keys: [ { private-key: '-----BEGIN PRIVATE KEY-----C-----END PRIVATE KEY-----' } ] } }",
			"{ jwt: { keys: [ { private-key: '-----BEGIN C-----C-----END C-----' } ] } }",
			"{ jwt: { keys: [ { public-key: C } ] } }", "{ jwt: { keys: [ { jwk: C } ] } }",
			"{ jwt: { keys: [ { jwk: '{\"kty\":\"oct\",\"k\":\"C\"}' } ] } }",
			"{ jwt: { keys: [ { jwk: '{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"C\",\"y\":\"C\",\"d\":\"C\"}' } ] } }",
			"{ jwt: { keys: [ { jwk: '{\"keys\":[{\"kty\":\"C\"}]}' } ] } }",
			"{ jwt: { keys: [ { secret: C, sign-from: C } ] } }", "{ jwt: { keys: [ { secret: C, algorithm: C } ] } }",
			"{ jwt: { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX, keys: [ { secret: C } ] } }",
			"{ jwt: { keys: [ { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX, sign-from: '2999-01-01T00:00:00Z' } ] } }",
			"{ jwt: { issuer: C }, api-keys: { keys: [ { key: C } ] } }", "{ jwt: { clock-skew: C } }",
			"{ jwt: { trusted-issuers: C } }", "{ jwt: { trusted-issuers: [ C ] } }",
			"{ jwt: { trusted-issuers: { C: x } } }", "{ jwt: { trusted-issuers: [ { C: x } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://idp.example.com', audiences: a, client-secret: C } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://a:C@idp.example.com', audiences: a } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://idp.example.com?key=C', audiences: a } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: a, jwk-set-uri: 'https://a:C@idp.example.com', audiences: a } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: a, jwk-set-uri: 'http://idp.example.com?key=C', audiences: a } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://idp.example.com', audiences: a, timeout: C } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://idp.example.com', audiences: a, algorithms: C } ] } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://idp.example.com' } ], secret: C } }",
			"{ jwt: { trusted-issuers: [ { issuer: 'https://idp.example.com', audiences: a } ], keys: [ { jwk: C } ] } }",
			"{ jwt: { algorithm: C } }", "{ bearer: { timeout: C } }", "{ debug: { echo: C } }", "{ basic: C }",
			"{ basic: { realm: 'a\\b' }, users: { accounts: [ { username: a, password: C } ] } }",
			"{ jwt: { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX }, api-keys: { keys: [ { key: C } ] } }",
			"{ jwt: { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX, time-to-live: -1s } }",
			"{ jwt: { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX, claims: { role: sub } } }", "{ mode: C }",
			"{ catch-all: C }", "{ development-key: C }", "{ cors: { max-age: C } }", "{ routes: C }",
			"{ routes: { C: C } }", "{ routes: [ C ] }", "{ routes: [ { access: C } ] }", "{ users: { accounts: C } }",
			"{ users: { accounts: { alice: C } } }", "{ users: { accounts: [ C ] } }",
			"{ users: { accounts: [ { password: C } ] } }",
			"{ users: { accounts: [ { username: alice, pasword: C } ] } }",
			"{ users: { accounts: [ { username: alice, password: '{noop}C' } ] } }",
			"{ users: { accounts: [ { username: alice, password: '{C}x' } ] } }",
			"{ users: { accounts: [ { username: a, password: C }, { username: a, password: C } ] } }",
			"{ login: { token: true }, jwt: { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX } }",
			"{ default-authenticator: jwt, api-keys: { keys: [ { key: C } ] } }",
			"{ permissions: { threads: '*' }, api-keys: { keys: [ { key: C } ] } }",
			"{ routes: [ { paths: a, access: denied } ], api-keys: { keys: [ { key: C } ] } }" })
	void whenMisconfiguredThenSecretIsNotPrinted(String yaml, CapturedOutput output) throws IOException {
		String configuration = "authgate: " + yaml.replaceAll("C(?![a-z])", CANARY);
		Throwable failure = catchThrowable(() -> start(configuration, "--debug", "--logging.level.root=debug"));
		assertThat(failure).isNotNull();
		assertThat(output).contains("APPLICATION FAILED TO START", "authgate");
		assertClean(output.getAll());
		assertClean(trace(failure));
	}

	@Test
	void whenStartedThenSecretIsNotPrinted(CapturedOutput output) throws IOException {
		String configuration = """
				authgate:
				  default-authenticator: api-key, jwt
				  api-keys: { keys: [ { key: C, app: a } ] }
				  jwt: { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX }
				  login: { token: true }
				  users: { accounts: [ { username: a, password: C } ] }
				""".replaceAll("C(?![a-z])", CANARY);
		try (ConfigurableApplicationContext context = start(configuration, "--debug", "--logging.level.root=trace")) {
			assertClean(context.getBean(AuthgateProperties.class).toString());
		}
		assertThat(output).contains("TRACE").contains("authgate");
		assertClean(output.getAll());
	}

	@Test
	void whenStartedWithRingThenSecretIsNotPrinted(CapturedOutput output) throws IOException {
		String jwk = "{\"kty\":\"oct\",\"kid\":\"b\",\"nbf\":1,\"k\":\"C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX\"}";
		Path file = Files.writeString(this.directory.resolve("key.json"), jwk.replace("C-", CANARY + "-"));
		String configuration = """
				authgate:
				  jwt: { keys: [ { secret: C-q8Jx2mK0vR5tY7uI9oP3aS6dF1gH4jL8zX }, { jwk: "FILE" } ] }
				""".replaceAll("C(?![a-z])", CANARY).replace("FILE", "file:" + file);
		try (ConfigurableApplicationContext context = start(configuration, "--debug", "--logging.level.root=trace")) {
			assertClean(context.getBean(AuthgateProperties.class).toString());
			assertClean(context.getBean(JwtKeys.class).current().toString());
			assertThat(context.getBean(JwtIssuer.class).issue(AuthUser.of("a"))).isNotEmpty();
		}
		assertClean(output.getAll());
	}

	private ConfigurableApplicationContext start(String yaml, String... arguments) throws IOException {
		Path file = Files.writeString(this.directory.resolve("application.yml"), yaml);
		SpringApplication application = new SpringApplication(Application.class);
		application.setDefaultProperties(Map.of("spring.config.location", file.toUri().toString(), "server.port", "0"));
		return application.run(arguments);
	}

	private static void assertClean(String text) {
		String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		assertThat(letters).doesNotContain(CANARY.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
	}

	private static String trace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ AuthgateAutoConfiguration.class, SecurityAutoConfiguration.class,
			ServletWebSecurityAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
			WebMvcAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class })
	static class Application {

	}

}
