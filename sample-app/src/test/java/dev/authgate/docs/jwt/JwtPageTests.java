package dev.authgate.docs.jwt;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import dev.authgate.AuthUser;
import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import dev.authgate.jwt.JwtIssuer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about tokens does what it says, where the pages' own test cannot know.
 */
class JwtPageTests {

	private static final Path SNIPPETS = Page.PROJECT.resolve("sample-app/src/test/resources/docs/jwt");

	@Test
	void whenLoggedInThenTheTokenIsTaken() throws Exception {
		try (ConfigurableApplicationContext application = start("application-secret.yml")) {
			String answer = send(application, "/login", "",
					"{\"username\":\"alice\",\"password\":\"alices-own-password-4711\"}");
			assertThat(answer).matches("\\{\"token\":\"[\\w.-]+\"}");
			assertThat(send(application, "/api/user", answer.substring(10, answer.length() - 2), ""))
				.isEqualTo("{\"id\":\"alice\",\"data\":{},\"permissions\":[\"threads:read\"]}");
		}
	}

	@ParameterizedTest
	@CsvSource({ "application-pair.yml, 2026-01, 1", "application-rotation.yml, 2026-01, 2",
			"application-set.yml, 2026-01, 1", "application-from-secret.yml, , 1" })
	void whenKeysAreConfiguredThenOneSignsAndThePublicOnesAreShown(String file, String id, int shown) throws Exception {
		try (ConfigurableApplicationContext application = start(file)) {
			String token = application.getBean(JwtIssuer.class).issue(AuthUser.of("alice"));
			assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo(id);
			assertThat(send(application, "/api/user", token, "")).contains("alice");
			String keys = send(application, "/.well-known/jwks.json", "", "");
			assertThat(keys.split("\"kid\"", -1)).hasSize(shown + 1);
		}
	}

	private static ConfigurableApplicationContext start(String file) {
		return DocsApplication.start(SNIPPETS.resolve(file), List.of());
	}

	private static String send(ConfigurableApplicationContext application, String path, String token, String body)
			throws Exception {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:" + DocsApplication.port(application) + path));
		if (!token.isEmpty()) {
			request.header("Authorization", "Bearer " + token);
		}
		if (!body.isEmpty()) {
			request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
	}

}
