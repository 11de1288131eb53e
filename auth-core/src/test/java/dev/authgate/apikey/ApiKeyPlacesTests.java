package dev.authgate.apikey;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestApiKeys;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** F13. */
class ApiKeyPlacesTests {

	private static final AuthenticationResult MALFORMED = AuthenticationResult.rejected(RejectionReason.MALFORMED);

	private final InMemoryApiKeyStore store = new InMemoryApiKeyStore();

	private final ApiKeyAuthenticator header = ApiKeyAuthenticator.builder(this.store).build();

	private final ApiKeyAuthenticator everywhere = ApiKeyAuthenticator.builder(this.store)
		.queryParameter("api_key")
		.cookie("key")
		.build();

	ApiKeyPlacesTests() {
		this.store.register(TestApiKeys.first());
		this.store.register(TestApiKeys.second());
	}

	@Test
	void whenPlaceIsNotNamedThenNotRead() {
		TestRequest request = inQuery(TestApiKeys.FIRST).withCookie("key", TestApiKeys.FIRST);
		assertThat(this.header.authenticate(request)).isEqualTo(AuthenticationResult.notPresent());
	}

	@Test
	void whenPlaceHasAnotherNameThenNotRead() {
		TestRequest request = TestRequests.anonymous()
			.withQueryParameter("API_KEY", TestApiKeys.FIRST)
			.withCookie("Key", TestApiKeys.FIRST);
		assertThat(this.everywhere.authenticate(request)).isEqualTo(AuthenticationResult.notPresent());
	}

	@Test
	void whenKeyIsInHeaderOrQueryThenExplicit() {
		assertThat(((Authenticated) this.everywhere.authenticate(TestRequests.apiKey(TestApiKeys.FIRST))).ambient())
			.isFalse();
		assertThat(((Authenticated) this.everywhere.authenticate(inQuery(TestApiKeys.FIRST))).ambient()).isFalse();
	}

	@Test
	void whenKeyIsInCookieThenAmbient() {
		assertThat(((Authenticated) this.everywhere.authenticate(inCookie(TestApiKeys.FIRST))).ambient()).isTrue();
		assertThat(this.everywhere.authenticate(inCookie("wrong")))
			.isEqualTo(new Rejected(RejectionReason.UNKNOWN, true));
		assertThat(this.everywhere.authenticate(inCookie(TestApiKeys.FIRST).doubled()))
			.isEqualTo(new Rejected(RejectionReason.MALFORMED, true));
	}

	@Test
	void whenKeyIsInTwoPlacesThenMalformed() {
		TestRequest inAll = TestRequests.apiKey(TestApiKeys.FIRST).withCookie("key", TestApiKeys.FIRST);
		assertThat(this.everywhere.authenticate(inAll)).isEqualTo(MALFORMED);
		assertThat(this.everywhere.authenticate(inAll.withQueryParameter("api_key", TestApiKeys.FIRST)))
			.isEqualTo(MALFORMED);
		assertThat(this.everywhere.authenticate(inQuery(TestApiKeys.FIRST).withCookie("key", TestApiKeys.FIRST)))
			.isEqualTo(MALFORMED);
		assertThat(this.everywhere
			.authenticate(TestRequests.apiKey(TestApiKeys.FIRST).withQueryParameter("api_key", TestApiKeys.FIRST)))
			.isEqualTo(MALFORMED);
	}

	@Test
	void whenOnlyOneOfTwoPlacesIsFilledThenMalformed() {
		assertThat(
				this.everywhere.authenticate(TestRequests.apiKey(TestApiKeys.FIRST).withQueryParameter("api_key", "")))
			.isEqualTo(MALFORMED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "X Key", "X-Kéy", "X:Key", "X\nKey" })
	void whenHeaderIsNoneThenRefused(String name) {
		ApiKeyAuthenticatorBuilder builder = ApiKeyAuthenticator.builder(this.store);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.header(name));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.idHeader(name));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.cookie(name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " " })
	void whenNameIsBlankThenRefused(String name) {
		ApiKeyAuthenticatorBuilder builder = ApiKeyAuthenticator.builder(this.store);
		assertThatIllegalArgumentException().isThrownBy(() -> builder.name(name));
		assertThatIllegalArgumentException().isThrownBy(() -> builder.queryParameter(name));
	}

	@Test
	void whenIdAndKeyShareAHeaderThenRefused() {
		ApiKeyAuthenticatorBuilder builder = ApiKeyAuthenticator.builder(this.store).idHeader("x-api-KEY");
		assertThatIllegalArgumentException().isThrownBy(builder::build);
	}

	@Test
	void whenIdIsDemandedAndKeyIsTakenElsewhereThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(ApiKeyAuthenticator.builder(this.store).idHeader("X-Id").cookie("key")::build);
		assertThatIllegalArgumentException()
			.isThrownBy(ApiKeyAuthenticator.builder(this.store).idHeader("X-Id").queryParameter("key")::build);
	}

	private static TestRequest inQuery(String key) {
		return TestRequests.anonymous().withQueryParameter("api_key", key);
	}

	private static TestRequest inCookie(String key) {
		return TestRequests.anonymous().withCookie("key", key);
	}

}
