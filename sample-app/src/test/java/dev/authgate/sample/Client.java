package dev.authgate.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A client program with its credentials.
 */
final class Client {

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	private final String base;

	private final List<String> headers;

	Client(String base, List<String> headers) {
		this.base = base;
		this.headers = headers;
	}

	Client with(String header, String value) {
		List<String> more = new ArrayList<>(this.headers);
		more.add(header);
		more.add(value);
		return new Client(this.base, more);
	}

	/**
	 * Gives the headers that are sent with every request.
	 */
	Map<String, String> headers() {
		Map<String, String> named = new LinkedHashMap<>();
		for (int i = 0; i < this.headers.size(); i += 2) {
			named.put(this.headers.get(i), this.headers.get(i + 1));
		}
		return named;
	}

	HttpResponse<String> get(String path) {
		return send("GET", path, "");
	}

	HttpResponse<String> post(String path, String json) {
		return with("Content-Type", "application/json").send("POST", path, json);
	}

	HttpResponse<String> delete(String path) {
		return send("DELETE", path, "");
	}

	HttpResponse<String> send(String method, String path, String body) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
		if (!this.headers.isEmpty()) {
			request.headers(this.headers.toArray(String[]::new));
		}
		try {
			return HTTP.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
