package dev.authgate.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;

import org.springframework.context.ConfigurableApplicationContext;

import jakarta.servlet.ServletException;

final class ServedVariant implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final URI thing;

	ServedVariant(Variant variant) {
		this.context = variant.application().run();
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		this.thing = URI.create("http://127.0.0.1:" + port + "/api/things/42");
	}

	Credentials credentials() throws IOException, ServletException {
		return Objects.requireNonNull(Callers.of(this.context, ServedLoginForm.of(this.context)));
	}

	HttpResponse<String> get() throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.thing));
	}

	HttpResponse<String> get(Credential credential) throws IOException, InterruptedException {
		return send(HttpRequest.newBuilder(this.thing).header(credential.header(), credential.value()));
	}

	@Override
	public void close() {
		this.context.close();
	}

	// As a script: who looks for a page without a session is sent to the login.
	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.header("X-Requested-With", "XMLHttpRequest").build(), BodyHandlers.ofString());
	}

}
