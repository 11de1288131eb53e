package dev.authgate.spring.test;

import java.util.function.Consumer;

import dev.authgate.apikey.ApiKeyAuthenticator;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;

/**
 * An API key, alone or with its id, in the headers that the application reads.
 */
final class ApiKeyCredential implements Credential {

	private final @Nullable String id;

	private final String key;

	ApiKeyCredential(@Nullable String id, String key) {
		this.id = id;
		this.key = key;
	}

	@Override
	public Consumer<HttpHeaders> in(ApplicationContext context) {
		ApiKeyAuthenticator keys = TestedApplication.of(context).apiKeys();
		String header = (keys != null) ? keys.header() : ApiKeyAuthenticator.DEFAULT_HEADER;
		if (this.id == null) {
			return (headers) -> headers.add(header, this.key);
		}
		String idHeader = (keys != null) ? keys.idHeader() : null;
		if (idHeader == null) {
			throw new IllegalStateException("apiKey(id, key): the application reads no ids of keys. "
					+ "Set authgate.api-keys.id-header, or use apiKey(key).");
		}
		return (headers) -> {
			headers.add(idHeader, this.id);
			headers.add(header, this.key);
		};
	}

}
