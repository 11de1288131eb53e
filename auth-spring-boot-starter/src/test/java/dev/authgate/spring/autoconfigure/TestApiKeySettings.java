package dev.authgate.spring.autoconfigure;

import dev.authgate.spring.properties.StrictBinder;

import org.springframework.mock.env.MockEnvironment;

final class TestApiKeySettings {

	private TestApiKeySettings() {
	}

	static ApiKeysProperties defaults() {
		return StrictBinder.bind(new MockEnvironment(), "authgate", AuthgateProperties.class).apiKeys();
	}

}
