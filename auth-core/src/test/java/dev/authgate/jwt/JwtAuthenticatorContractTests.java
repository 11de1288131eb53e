package dev.authgate.jwt;

import java.util.List;

import dev.authgate.AuthUser;
import dev.authgate.Authenticator;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestJwts;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;

class JwtAuthenticatorContractTests extends AuthenticatorContract {

	private final JwtAuthenticator authenticator = JwtAuthenticator.builder(TestJwts.settings()).build();

	private final String token = JwtIssuer.of(TestJwts.settings()).issue(AuthUser.of("huginn", "threads:read"));

	@Override
	protected Authenticator authenticator() {
		return this.authenticator;
	}

	@Override
	protected String credential() {
		return this.token;
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.bearer(credential);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("x"), requestWith(TestJwts.signed("{}")), requestWith(this.token + "A"),
				TestRequests.authorization("Bearer"), TestRequests.authorization(this.token),
				TestRequests.authorization("Bearer\t" + this.token));
	}

}
