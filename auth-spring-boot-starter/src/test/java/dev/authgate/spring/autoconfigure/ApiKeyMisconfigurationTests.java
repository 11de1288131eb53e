package dev.authgate.spring.autoconfigure;

import dev.authgate.apikey.ApiKeyStore;
import dev.authgate.spring.app.RefusedStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be got wrong beneath {@code authgate.api-keys}, each with its way out.
 */
@ExtendWith(OutputCaptureExtension.class)
class ApiKeyMisconfigurationTests {

	private static final String KEYS = "authgate.api-keys.";

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"id-header= | authgate.api-keys.id-header is no name that a header can have. Use letters, digits and dashes, for example X-API-Key-Id.",
			"id-header=X Id | authgate.api-keys.id-header is no name that a header can have.",
			"id-header=x-api-key | authgate.api-keys.id-header and authgate.api-keys.header name the same header. Send the id in another one",
			"cookie=a;b | authgate.api-keys.cookie is no name that a cookie can have. Use letters, digits and dashes, for example api-key.",
			"cookie= | authgate.api-keys.cookie is no name that a cookie can have.",
			"query-parameter= | authgate.api-keys.query-parameter is empty. Name the parameter, or remove the line.",
			"prefix= | authgate.api-keys.prefix is no prefix of keys. Use at most 32 letters and digits",
			"prefix=a_ | authgate.api-keys.prefix is no prefix of keys.",
			"prefix=a-b | authgate.api-keys.prefix is no prefix of keys.",
			"file= | authgate.api-keys.file is empty. Name the file, or remove the line.",
			"file=/no/such/file | authgate.api-keys.file: /no/such/file cannot be used. It does not exist. Put the file there, or remove the line.",
			"file-interval=99ms | authgate.api-keys.file-interval is not from 100ms to 1d. Set it to 2s",
			"file-interval=-2s | authgate.api-keys.file-interval is not from 100ms to 1d.",
			"file-interval=25h | authgate.api-keys.file-interval is not from 100ms to 1d.",
			"file-interval=2 | authgate.api-keys.file-interval cannot be understood" })
	void whenValueCannotWorkThenRefused(String property, String text) {
		assertThat(RefusedStart.of(Empty.class, KEYS + property)).startsWith(text);
	}

	@Test
	void whenPathHasACharacterThatNoneHasThenRefused() {
		assertThat(RefusedStart.of(Empty.class, KEYS + "file=a\0b"))
			.startsWith("authgate.api-keys.file is no path of this system. Write the path of a file");
	}

	@ParameterizedTest
	@ValueSource(strings = { "cookie", "query-parameter" })
	void whenIdIsDemandedAndKeyIsTakenElsewhereThenRefused(String place) {
		assertThat(RefusedStart.of(Empty.class, KEYS + "id-header=X-Key-Id", KEYS + place + "=key")).startsWith(
				"authgate.api-keys.id-header is set beside " + place + ". A key with its id is sent in two headers");
	}

	@ParameterizedTest
	@ValueSource(strings = { "an id", "schlüssel" })
	void whenIdIsDemandedAndCannotBeSentThenRefused(String id) {
		assertThat(RefusedStart.of(Empty.class, KEYS + "id-header=X-Key-Id", KEYS + "keys[0].id=" + id)).startsWith(
				"authgate.api-keys.keys[0].id cannot be sent in the header that authgate.api-keys.id-header names");
		RefusedStart.starts(Empty.class, KEYS + "keys[0].id=" + id);
	}

	@Test
	void whenKeyChosenByHandHasThePrefixThenRefusedAndAnotherPrefixHelps() {
		assertThat(RefusedStart.of(Empty.class, KEYS + "keys[0].key=ak_canary-0123456789"))
			.startsWith("authgate.api-keys.keys[0].key begins with ak_ and is no generated key. Copy the whole key; or")
			.doesNotContain("canary");
		RefusedStart.starts(Empty.class, KEYS + "keys[0].key=ak_canary-0123456789", KEYS + "prefix=acme");
	}

	@Test
	void whenStoreIsTheApplicationsOwnThenFileIsRefusedAndKeysAreWarnedOf(CapturedOutput output) {
		assertThat(RefusedStart.of(OwnStore.class, KEYS + "file=/no/such/file"))
			.startsWith("authgate.api-keys.file is set, and the application has an ApiKeyStore of its own");
		RefusedStart.starts(OwnStore.class);
		assertThat(output)
			.contains("authgate.api-keys.keys is not read: the application has an ApiKeyStore of its own");
	}

	@Test
	void whenQueryParameterIsNamedThenWarned(CapturedOutput output) {
		RefusedStart.starts(Empty.class, KEYS + "query-parameter=api_key");
		assertThat(output).containsOnlyOnce("authgate.api-keys.query-parameter takes keys from query strings");
	}

	@Test
	void whenNoQueryParameterIsNamedThenNotWarned(CapturedOutput output) {
		RefusedStart.starts(Empty.class);
		assertThat(output).doesNotContain("query-parameter");
	}

	@Configuration(proxyBeanMethods = false)
	static class Empty {

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnStore {

		@Bean
		ApiKeyStore ownStore() {
			return Mockito.mock(ApiKeyStore.class);
		}

	}

}
