package dev.authgate.http;

import java.util.List;

import dev.authgate.Authenticator;
import dev.authgate.contract.AuthenticatorContract;
import dev.authgate.contract.TestRequest;
import dev.authgate.contract.TestRequests;

/**
 * What proves a forwarded user is the address of the peer, which takes the place of the
 * credential here.
 */
class ForwardedUserAuthenticatorContractTests extends AuthenticatorContract {

	private static final String PROXY = "10.20.30.40";

	@Override
	protected Authenticator authenticator() {
		return ForwardedUserAuthenticator.builder(TrustedProxies.of(List.of(PROXY))).build();
	}

	@Override
	protected String credential() {
		return PROXY;
	}

	@Override
	protected TestRequest requestWith(String peer) {
		return forwarded("huginn").from(peer);
	}

	@Override
	protected List<TestRequest> badRequests() {
		return List.of(requestWith("10.20.30.41"), requestWith("127.0.0.1"), forwarded("").from(PROXY),
				forwarded("a,b").from(PROXY), forwarded("a b").from(PROXY), forwarded("a\0").from(PROXY),
				forwarded("\u00e9").from(PROXY), forwarded("x".repeat(256)).from(PROXY),
				forwarded("a").withHeader("X-Forwarded-Permissions", "x\n").from(PROXY));
	}

	private static TestRequest forwarded(String id) {
		return TestRequests.anonymous().withHeader("X-Forwarded-User", id);
	}

}
