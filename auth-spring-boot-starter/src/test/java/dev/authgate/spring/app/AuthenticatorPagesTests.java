package dev.authgate.spring.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.authgate.AuthUser;
import dev.authgate.TokenValidator;
import dev.authgate.spring.guard.model.Authenticators;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages about authenticators: what they tell to write starts an application.
 */
class AuthenticatorPagesTests {

	private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

	@ParameterizedTest
	@ValueSource(strings = { "bearer", "basic", "forwarded-user" })
	void whenPageIsFollowedThenAuthenticatorIsTheDefault(String name) throws IOException {
		TestApp app = name.equals("bearer") ? TestApp.bare(UserHandlers.class, Tokens.class)
				: TestApp.bare(UserHandlers.class);
		yaml(name).forEach((key, value) -> app.with(key + "=" + value));
		try (TestApp started = app.with("ADA_PASSWORD_HASH=" + Workspace.PASSWORD_HASH).start()) {
			assertThat(started.bean(Authenticators.class).defaults()).singleElement()
				.satisfies((named) -> assertThat(named.name()).isEqualTo(name));
		}
	}

	private static java.util.Properties yaml(String name) throws IOException {
		Matcher yaml = YAML.matcher(Files.readString(Path.of("../docs/authenticators/" + name + ".md")));
		assertThat(yaml.find()).isTrue();
		YamlPropertiesFactoryBean properties = new YamlPropertiesFactoryBean();
		properties.setResources(new ByteArrayResource(yaml.group(1).getBytes(StandardCharsets.UTF_8)));
		return java.util.Objects.requireNonNull(properties.getObject());
	}

	/**
	 * Judges tokens.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Tokens {

		@Bean
		TokenValidator tokens() {
			return AuthUser::of;
		}

	}

}
