package dev.authgate.jwt.issuer;

import java.util.List;
import java.util.stream.Stream;

import dev.authgate.Authenticator;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;
import org.junit.jupiter.api.AfterAll;

class TrustedIssuerContractTests extends AuthenticatorContract {

	private static final TestTrust TRUST = TestTrust.plain();

	private static final String TOKEN = TestTrust.KEY.token(TRUST.claims(""));

	private static final List<TestRequest> BAD = Stream
		.of("not.a.token", "", "e30.e30.AAAA", TestTrust.KEY.token("{}"),
				TestTrust.KEY.token(TRUST.claims("7", "\"api\"", "")), TestIssuerKey.ec("k1").token(TRUST.claims("")))
		.map(TestRequests::bearer)
		.toList();

	@AfterAll
	static void close() {
		TRUST.close();
	}

	@Override
	protected Authenticator authenticator() {
		return TRUST.authenticator();
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
		return BAD;
	}

}
