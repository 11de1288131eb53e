package dev.authgate.docs.bearer;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

import com.sun.net.httpserver.HttpServer;
import dev.authgate.contract.TestIssuer;
import dev.authgate.docs.DocsApplication;
import dev.authgate.docs.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * B15: the validator of the page that asks somebody else.
 */
class RemoteTokensTests {

	@ParameterizedTest
	@CsvSource({ "200, 200, ada", "401, 401, This token is not known.", "500, 503, unavailable" })
	void whenPartnerAnswersThenItsAnswerCounts(int partner, int status, String text) throws Exception {
		HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/", TestIssuer.answer(partner, "text/plain", "ada"));
		server.start();
		try (ConfigurableApplicationContext application = DocsApplication.start(
				Page.PROJECT.resolve("sample-app/src/test/resources/docs/bearer/application.yml"),
				List.of(RemoteTokens.class), "PARTNER_URL=http://127.0.0.1:" + server.getAddress().getPort())) {
			HttpResponse<String> response = ask(DocsApplication.port(application));
			assertThat(response.statusCode()).isEqualTo(status);
			assertThat(response.body()).contains(text);
		}
		finally {
			server.stop(0);
		}
	}

	private static HttpResponse<String> ask(int port) throws Exception {
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/user"))
			.header("Authorization", "Bearer some-token")
			.build();
		return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
	}

}
