package dev.authgate.http;

import java.util.List;

import dev.authgate.Authenticator;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;

class BasicAuthenticatorContractTests extends AuthenticatorContract {

	@Override
	protected Authenticator authenticator() {
		return BasicAuthenticator.of(TestBasic.login());
	}

	@Override
	protected String credential() {
		return TestBasic.encoded("ada:ra:ven");
	}

	@Override
	protected TestRequest requestWith(String credential) {
		return TestRequests.authorization("Basic " + credential);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith(TestBasic.encoded("ada:wrong")), requestWith(TestBasic.encoded("eve:ra:ven")),
				requestWith(TestBasic.encoded("ada")), requestWith("x"), requestWith("ada:ra:ven"),
				TestRequests.authorization("Basic"), TestRequests.authorization(credential()));
	}

}
