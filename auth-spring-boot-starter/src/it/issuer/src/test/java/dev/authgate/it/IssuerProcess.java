package dev.authgate.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

/**
 * The process of {@link IssuerApplication}.
 */
final class IssuerProcess implements AutoCloseable {

	private static final String CLIENT = "--spring.security.oauth2.authorizationserver.client.";

	private final int port;

	private final Process process;

	private final BufferedReader output;

	private IssuerProcess(int port, Process process) {
		this.port = port;
		this.process = process;
		this.output = process.inputReader(StandardCharsets.UTF_8);
	}

	static IssuerProcess start(int port) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), IssuerApplication.class.getName(),
						"--server.port=" + port, "--server.address=127.0.0.1", "--spring.main.banner-mode=off"));
		for (String client : List.of("api", "other")) {
			String prefix = CLIENT + client + ".registration.";
			command.addAll(List.of(prefix + "client-id=" + client, prefix + "client-secret={noop}secret-of-" + client,
					prefix + "client-authentication-methods=client_secret_basic",
					prefix + "authorization-grant-types=client_credentials",
					prefix + "scopes=threads:read,threads:write,openid"));
		}
		IssuerProcess issuer = new IssuerProcess(port, new ProcessBuilder(command).redirectErrorStream(true).start());
		issuer.awaitLine(IssuerApplication.READY);
		return issuer;
	}

	static String issuer(int port) {
		return "http://localhost:" + port;
	}

	void rotate() throws IOException {
		this.process.getOutputStream().write('\n');
		this.process.getOutputStream().flush();
		awaitLine(IssuerApplication.ROTATED);
	}

	String token(String client, String scope) throws IOException, InterruptedException {
		String credentials = Base64.getEncoder()
			.encodeToString((client + ":secret-of-" + client).getBytes(StandardCharsets.UTF_8));
		HttpRequest request = HttpRequest.newBuilder(URI.create(issuer(this.port) + "/oauth2/token"))
			.header("Authorization", "Basic " + credentials)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope))
			.build();
		String body = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
		return JsonMapper.shared().readTree(body).get("access_token").asString();
	}

	private void awaitLine(String expected) throws IOException {
		StringBuilder seen = new StringBuilder();
		for (String line = this.output.readLine(); line != null; line = this.output.readLine()) {
			if (line.equals(expected)) {
				return;
			}
			seen.append(line).append('\n');
		}
		throw new IllegalStateException("The issuer has ended:\n" + seen);
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

}
