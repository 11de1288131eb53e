package dev.authgate.apikey;

import java.util.List;

import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.RejectionReason;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestApiKeys;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** F13. */
class ApiKeyPairTests extends AuthenticatorContract {

	private static final AuthenticationResult MALFORMED = AuthenticationResult.rejected(RejectionReason.MALFORMED);

	private final ApiKeyStore store = new InMemoryApiKeyStore();

	private final ApiKeyAuthenticator pair = ApiKeyAuthenticator.builder(this.store).idHeader("X-API-Key-Id").build();

	ApiKeyPairTests() {
		this.store.register(TestApiKeys.first());
		this.store.register(TestApiKeys.second());
	}

	@Override
	protected ApiKeyAuthenticator authenticator() {
		return this.pair;
	}

	@Override
	protected String credential() {
		return TestApiKeys.FIRST;
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.apiKey(credential).withHeader("X-API-Key-Id", "first");
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("unknown-key-0123456789"), requestWith(TestApiKeys.SECOND),
				TestRequests.apiKey(TestApiKeys.FIRST), TestRequests.anonymous().withHeader("X-API-Key-Id", "first"),
				requestWith(TestApiKeys.FIRST).withHeader("X-API-Key-Id", "first"));
	}

	@Test
	void whenKeyComesWithItsIdThenAuthenticated() {
		Authenticated result = (Authenticated) this.pair.authenticate(requestWith(TestApiKeys.FIRST));
		assertThat(result.caller().credentialId()).isEqualTo("first");
		assertThat(result.ambient()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "second", "firs", "first ", "FIRST", "nobody", "" })
	void whenKeyComesWithAnotherIdThenUnknown(String id) {
		TestRequest request = TestRequests.apiKey(TestApiKeys.FIRST).withHeader("X-API-Key-Id", id);
		assertThat(this.pair.authenticate(request)).isEqualTo(AuthenticationResult.rejected(RejectionReason.UNKNOWN));
	}

	@Test
	void whenOneOfTheTwoIsMissingThenMalformed() {
		assertThat(this.pair.authenticate(TestRequests.apiKey(TestApiKeys.FIRST))).isEqualTo(MALFORMED);
		assertThat(this.pair.authenticate(TestRequests.anonymous().withHeader("X-API-Key-Id", "first")))
			.isEqualTo(MALFORMED);
	}

	@Test
	void whenIdComesTwiceThenMalformed() {
		assertThat(this.pair.authenticate(requestWith(TestApiKeys.FIRST).withHeader("X-API-Key-Id", "first")))
			.isEqualTo(MALFORMED);
	}

	@Test
	void whenNeitherComesThenNotPresent() {
		assertThat(this.pair.authenticate(TestRequests.anonymous())).isEqualTo(AuthenticationResult.notPresent());
	}

}
