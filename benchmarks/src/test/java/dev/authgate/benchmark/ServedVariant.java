package dev.authgate.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.authgate.benchmark.app.Credential;
import dev.authgate.benchmark.app.Credentials;

import org.springframework.context.ConfigurableApplicationContext;

final class ServedVariant implements AutoCloseable {

	private final HttpClient client = HttpClient.newHttpClient();

	private final ConfigurableApplicationContext context;

	private final URI thing;

	ServedVariant(Variant variant) {
		this.context = variant.application().run();
		String port = this.context.getEnvironment().getRequiredProperty("local.server.port");
		this.thing = URI.create("http://127.0.0.1:" + port + "/api/things/42");
	}

	Credentials credentials() {
		return this.context.getBean(Credentials.class);
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

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.client.send(request.build(), BodyHandlers.ofString());
	}

}
