package dev.authgate.jwt.issuer;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import dev.authgate.AuthEvent;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.jwt.JwtAuthenticator;
import dev.authgate.jwt.remote.FetchLimits;
import dev.authgate.jwt.remote.KeySource;

/**
 * An issuer and an authenticator that trusts it.
 */
final class TestTrust implements AutoCloseable {

	static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

	static final TestIssuerKey KEY = TestIssuerKey.ec("k1");

	final List<AuthEvent> events = new ArrayList<>();

	final TestIssuer server = TestIssuer.start(KEY);

	private final JwtAuthenticator authenticator;

	private TestTrust(UnaryOperator<TrustedIssuerBuilder> options) {
		this.authenticator = JwtAuthenticator.builder().trust(issuer(options)).build();
	}

	static TestTrust with(UnaryOperator<TrustedIssuerBuilder> options) {
		return new TestTrust(options);
	}

	static TestTrust plain() {
		return with((issuer) -> issuer);
	}

	static KeySource source(String issuer, String keysUri) {
		return new KeySource(issuer, URI.create(keysUri), false, KeySource.asymmetric(), FetchLimits.standard());
	}

	TrustedIssuer issuer(UnaryOperator<TrustedIssuerBuilder> options) {
		return options.apply(TrustedIssuer.builder(source(this.server.issuer(), this.server.keysUri()))
			.audiences(List.of("api"))
			.listener(this.events::add)
			.timer((delay, task) -> {
			})
			.clock(Clock.fixed(NOW, ZoneOffset.UTC))).build();
	}

	JwtAuthenticator authenticator() {
		return this.authenticator;
	}

	AuthenticationResult verify(String token) {
		return this.authenticator.verify(token);
	}

	AuthenticationResult verifyWith(String moreClaims) {
		return verify(KEY.token(claims(moreClaims)));
	}

	Caller callerWith(String moreClaims) {
		return ((Authenticated) verifyWith(moreClaims)).caller();
	}

	AuthUser userWith(String moreClaims) {
		return callerWith(moreClaims).user();
	}

	String claims(String more) {
		return claims("\"huginn\"", "\"api\"", more);
	}

	String claims(String subject, String audience, String more) {
		return "{\"iss\":\"" + this.server.issuer() + "\",\"sub\":" + subject + ",\"aud\":" + audience
				+ ",\"exp\":1800000060" + more + "}";
	}

	@Override
	public void close() {
		this.server.close();
	}

}
