package dev.authgate.docs.apikey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import dev.authgate.apikey.GeneratedApiKey;
import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about API keys does what it says, where the pages' own test cannot know.
 */
@TestInstance(Lifecycle.PER_CLASS)
class ApiKeyPageTests {

	private static final Path SNIPPETS = Page.PROJECT.resolve("sample-app/src/test/resources/docs/api-key");

	private static final String ADMIN = "key-of-the-admin-51bd";

	private ConfigurableApplicationContext application;

	@BeforeAll
	void start() {
		this.application = DocsApplication.start(SNIPPETS.resolve("application-keys.yml"),
				List.of(ExportController.class, KeyController.class, PartnerKeys.class),
				"PARTNER_KEY=a-key-of-the-partner-88", "authgate.default-authenticator=api-key",
				"authgate.routes[0].paths=/partner/**", "authgate.routes[0].authenticator=partner-key");
	}

	@AfterAll
	void stop() {
		this.application.close();
	}

	@Test
	void whenClientIsForbiddenThenOnlyThatOne() throws Exception {
		assertThat(send("GET", "/api/export", "X-API-Key", "key-of-client-1-9f3a").body())
			.contains("Exports are not for this client.");
		assertThat(send("GET", "/api/export", "X-API-Key", ADMIN).body()).isEqualTo("exported for admin");
	}

	@Test
	void whenKeyIsIssuedUsedAndRevokedThenAsThePageSays() throws Exception {
		String issued = send("POST", "/admin/keys/client_9", "X-API-Key", ADMIN).body();
		String key = issued.replaceAll(".*(ak_[0-9A-Za-z]{41}).*", "$1");
		String id = key.substring(0, 11);
		assertThat(lastUse(id)).isEqualTo("null");
		assertThat(send("GET", "/api/user", "X-API-Key", key).body()).contains("client_9");
		assertThat(lastUse(id)).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:00Z");
		assertThat(send("DELETE", "/admin/keys/" + id, "X-API-Key", ADMIN).body()).isEqualTo("true");
		assertThat(send("GET", "/api/user", "X-API-Key", key).statusCode()).isEqualTo(401);
	}

	@Test
	void whenKeysAreForAdministratorsThenForNobodyElse() throws Exception {
		assertThat(send("POST", "/admin/keys/x", "X-API-Key", "key-of-client-1-9f3a").statusCode()).isEqualTo(403);
	}

	@Test
	void whenRouteTakesPartnersThenTheirKeysInTheirHeader() throws Exception {
		assertThat(send("GET", "/partner/x", "X-Partner-Key", "a-key-of-the-partner-88").statusCode()).isEqualTo(404);
		assertThat(send("GET", "/partner/x", "X-API-Key", ADMIN).statusCode()).isEqualTo(401);
	}

	@Test
	void whenPatternIsShownThenItIsTheOneOfTheKeys() {
		Page page = new Page(Path.of("docs/authenticators/api-key.md"));
		assertThat(page.text()).contains("\n" + GeneratedApiKey.pattern("ak") + "\n");
	}

	@Test
	void whenSecretIsMountedThenItsFileIsGood(@TempDir Path mounted) throws IOException {
		Map<String, Map<String, String>> secret = new Yaml().load(Files.readString(SNIPPETS.resolve("kubernetes.yml")));
		Path file = Files.writeString(mounted.resolve("keys.yml"), secret.get("stringData").get("keys.yml"));
		try (ConfigurableApplicationContext started = DocsApplication.start(SNIPPETS.resolve("application-file.yml"),
				List.of(), "authgate.api-keys.file=" + file)) {
			assertThat(started.isRunning()).isTrue();
		}
	}

	private String lastUse(String id) throws Exception {
		return send("GET", "/admin/keys/" + id + "/last-used", "X-API-Key", ADMIN).body();
	}

	private HttpResponse<String> send(String method, String path, String header, String key) throws Exception {
		URI uri = URI.create("http://localhost:" + DocsApplication.port(this.application) + path);
		HttpRequest request = HttpRequest.newBuilder(uri)
			.header(header, key)
			.method(method, BodyPublishers.noBody())
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

}
