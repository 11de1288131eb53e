package dev.authgate.jwt.remote;

import java.net.URI;
import java.util.EnumSet;
import java.util.Map;

import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.key.JwtAlgorithm;
import dev.authgate.jwt.token.JsonParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublisherTests {

	private static final TestIssuerKey KEY = TestIssuerKey.ec("k");

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com/main", "https://idp.example.com/main/" })
	void whenAddressIsNotGivenThenDiscovered(String issuer) throws Exception {
		Publisher publisher = publisher(issuer, null,
				"{\"issuer\":\"" + issuer + "\",\"jwks_uri\":\"https://k.example.com/jwks\"}");
		assertThat(publisher.fetch().find("k")).hasSize(1);
	}

	@Test
	void whenAddressIsGivenThenNothingIsDiscovered() throws Exception {
		Publisher publisher = publisher("an issuer", URI.create("https://k.example.com/jwks"), "{}");
		assertThat(publisher.fetch().find("k")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com/", "https://IDP.example.com", "https://other.example.com", "" })
	void whenMetadataIsOfAnotherIssuerThenRefused(String other) {
		assertRefused("{\"issuer\":\"" + other + "\",\"jwks_uri\":\"https://k.example.com/jwks\"}",
				"describes another issuer");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"http://k.example.com/jwks\"", "\"file:///etc/passwd\"", "\"ftp://k.example.com/\"",
			"\"jar:https://k.example.com/a!/b\"", "\"https://user@k.example.com/jwks\"", "\"/jwks\"",
			"\"not an address\"", "\"https:\"", "7", "null", "\"https://k.example.com/jwks#a\"" })
	void whenAddressOfKeysIsNotSafeThenRefused(String address) {
		assertRefused("{\"issuer\":\"https://idp.example.com\",\"jwks_uri\":" + address + "}", "address of keys");
	}

	@Test
	void whenKeysAreRefusedThenProblemNamesTheAddress() {
		Publisher publisher = new Publisher(source("an issuer", URI.create("https://k.example.com/jwks")),
				(address, maxBytes) -> Map.of());
		assertThatExceptionOfType(FetchException.class).isThrownBy(publisher::fetch)
			.withMessage("https://k.example.com/jwks answered with something that is no key set");
	}

	private static void assertRefused(String metadata, String problem) {
		assertThatExceptionOfType(FetchException.class)
			.isThrownBy(publisher("https://idp.example.com", null, metadata)::fetch)
			.withMessageStartingWith("https://idp.example.com/.well-known/openid-configuration ")
			.withMessageContaining(problem);
	}

	private static Publisher publisher(String issuer, @Nullable URI jwkSetUri, String metadata) {
		Map<String, String> pages = Map.of("https://idp.example.com/.well-known/openid-configuration", metadata,
				"https://idp.example.com/main/.well-known/openid-configuration", metadata, "https://k.example.com/jwks",
				TestIssuer.jwkSet(KEY));
		return new Publisher(source(issuer, jwkSetUri), (address, maxBytes) -> {
			try {
				return JsonParser.parseObject(pages.getOrDefault(address.toString(), ""));
			}
			catch (Exception ex) {
				throw new FetchException("is not there");
			}
		});
	}

	private static KeySource source(String issuer, @Nullable URI jwkSetUri) {
		return new KeySource(issuer, jwkSetUri, false, EnumSet.of(JwtAlgorithm.ES256), FetchLimits.standard());
	}

}
