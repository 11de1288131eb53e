package dev.authgate.docs.bearer;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.authgate.AsyncTokenValidator;
import dev.authgate.AuthException;
import dev.authgate.AuthUser;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class RemoteTokens {

	private final HttpClient client = HttpClient.newHttpClient();

	@Bean
	AsyncTokenValidator tokens(@Value("${PARTNER_URL}") URI partner) {
		return (token) -> {
			HttpRequest request = HttpRequest.newBuilder(partner).header("Authorization", "Bearer " + token).build();
			return this.client.sendAsync(request, BodyHandlers.ofString()).thenApply(this::userOf);
		};
	}

	private AuthUser userOf(HttpResponse<String> response) {
		return switch (response.statusCode()) {
			case 200 -> AuthUser.of(response.body(), "threads:read");
			case 401 -> throw new AuthException("This token is not known.");
			default -> throw new IllegalStateException("The partner answered " + response.statusCode());
		};
	}

}
