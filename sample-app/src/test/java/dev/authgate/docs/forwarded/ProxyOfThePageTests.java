package dev.authgate.docs.forwarded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import dev.authgate.http.ClientAddresses;
import dev.authgate.http.ForwardedUserAuthenticator;
import org.junit.jupiter.api.Test;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The nginx of the page, as far as it can be judged without nginx: which headers it
 * replaces, and who a client is then that sends all of them itself.
 */
class ProxyOfThePageTests {

	private static final Path SNIPPETS = Page.PROJECT.resolve("sample-app/src/test/resources/docs/forwarded-user");

	private static final Pattern SET_HEADER = Pattern.compile("proxy_set_header (\\S+) (\"\"|\\S+);");

	private static final Map<String, String> VARIABLES = Map.of("$user", "ada", "$proxy_add_x_forwarded_for",
			"192.0.2.7, 198.51.100.4", "\"\"", "");

	@Test
	void whenHeadersAreBelievedThenProxyReplacesEach() throws IOException {
		assertThat(replaced()).containsKeys(ForwardedUserAuthenticator.DEFAULT_ID_HEADER,
				ForwardedUserAuthenticator.DEFAULT_PERMISSIONS_HEADER, ClientAddresses.DEFAULT_HEADER, "Forwarded",
				"X-Forwarded-Host", "Authorization", "Host");
	}

	@Test
	void whenLinesAreReadThenEachIsADirectiveOrABrace() throws IOException {
		assertThat(Files.readAllLines(SNIPPETS.resolve("nginx.conf"))).first().isEqualTo("location / {");
		assertThat(Files.readAllLines(SNIPPETS.resolve("nginx.conf"))).last().isEqualTo("}");
		assertThat(Files.readString(SNIPPETS.resolve("nginx.conf")).lines().skip(1))
			.filteredOn((line) -> !line.equals("}"))
			.allMatch((line) -> line.matches(" {4}[a-z_]+ [^;{}]+;"));
	}

	/** D6. */
	@Test
	void whenClientSendsEveryHeaderThenItIsWhomTheProxyKnows() throws Exception {
		try (ConfigurableApplicationContext application = DocsApplication
			.start(SNIPPETS.resolve("application-same-machine.yml"), List.of())) {
			assertThat(throughProxy(DocsApplication.port(application), evil()))
				.isEqualTo("{\"id\":\"ada\",\"data\":{},\"permissions\":[]}");
		}
	}

	private static Map<String, String> evil() {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		headers.putAll(Map.of("X-Forwarded-User", "admin", "X-Forwarded-Permissions", "threads:read", "Authorization",
				"Bearer x", "Forwarded", "for=127.0.0.1", "X-Forwarded-Host", "evil.example"));
		return headers;
	}

	private static String throughProxy(int port, Map<String, String> headers) throws Exception {
		headers.putAll(replaced());
		headers.remove("Host");
		headers.values().removeIf(String::isEmpty);
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/user"));
		headers.forEach(request::header);
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
	}

	private static Map<String, String> replaced() throws IOException {
		return SET_HEADER.matcher(Files.readString(SNIPPETS.resolve("nginx.conf")))
			.results()
			.collect(Collectors.toMap((set) -> set.group(1),
					(set) -> VARIABLES.getOrDefault(set.group(2), set.group(2))));
	}

}
