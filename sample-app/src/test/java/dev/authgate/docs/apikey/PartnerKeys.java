package dev.authgate.docs.apikey;

import dev.authgate.apikey.ApiKey;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.apikey.ApiKeyUsage;
import dev.authgate.apikey.InMemoryApiKeyStore;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class PartnerKeys {

	@Bean
	ApiKeyAuthenticator partnerKey(@Value("${PARTNER_KEY}") String key, ApiKeyUsage usage) {
		InMemoryApiKeyStore partners = new InMemoryApiKeyStore();
		partners.register(ApiKey.of(key, "partner"));
		return ApiKeyAuthenticator.builder(partners).name("partner-key").header("X-Partner-Key").usage(usage).build();
	}

}
