package dev.authgate.apikey;

import java.util.List;

import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestApiKeys;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;

/** F13. */
class ApiKeyCookieContractTests extends AuthenticatorContract {

	private final ApiKeyStore store = new InMemoryApiKeyStore();

	private final ApiKeyAuthenticator authenticator = ApiKeyAuthenticator.builder(this.store).cookie("key").build();

	ApiKeyCookieContractTests() {
		this.store.register(TestApiKeys.first());
	}

	@Override
	protected ApiKeyAuthenticator authenticator() {
		return this.authenticator;
	}

	@Override
	protected String credential() {
		return TestApiKeys.FIRST;
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.anonymous().withCookie("key", credential);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("unknown-key-0123456789"), requestWith(""),
				requestWith(TestApiKeys.FIRST).withHeader("X-API-Key", TestApiKeys.FIRST));
	}

}
