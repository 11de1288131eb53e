package dev.authgate.spring.test;

import java.util.function.Consumer;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;

/**
 * An API key in the header that the application reads.
 */
final class ApiKeyCredential implements Credential {

	private final String key;

	ApiKeyCredential(String key) {
		this.key = key;
	}

	@Override
	public Consumer<HttpHeaders> in(ApplicationContext context) {
		String header = TestedApplication.of(context).apiKeyHeader();
		return (headers) -> headers.add(header, this.key);
	}

}
