package dev.authgate.http;

import java.util.List;

import dev.authgate.AuthException;
import dev.authgate.AuthUser;
import dev.authgate.Authenticator;
import dev.authgate.TokenValidator;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;

class BearerAuthenticatorContractTests extends AuthenticatorContract {

	private static final String TOKEN = "token-of-huginn-4711";

	private static final TokenValidator VALIDATOR = (token) -> {
		if (!token.equals(TOKEN)) {
			throw new AuthException();
		}
		return AuthUser.of("huginn");
	};

	@Override
	protected Authenticator authenticator() {
		return BearerAuthenticator.of(VALIDATOR);
	}

	@Override
	protected String credential() {
		return TOKEN;
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.bearer(credential);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("x"), TestRequests.authorization("Bearer"), TestRequests.authorization(TOKEN),
				TestRequests.authorization("Bearer\t" + TOKEN),
				TestRequests.authorization("Bearer " + TOKEN + "\u00e9"));
	}

}
