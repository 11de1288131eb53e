package dev.authgate.jwt.remote;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

import dev.authgate.jwt.key.JwtAlgorithm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeySourceTests {

	private static final Set<JwtAlgorithm> RS256 = Set.of(JwtAlgorithm.RS256);

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com", "HTTPS://idp.example.com/", "http://localhost:9000/realm",
			"http://127.0.0.1:9000", "http://127.8.9.1", "http://[::1]:9000" })
	void whenIssuerHasTlsOrIsLocalThenAccepted(String issuer) {
		assertThat(source(issuer, null, false).issuer()).isEqualTo(issuer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://idp.example.com", "http://localhost.example.com", "http://127.0.0.1.example.com",
			"http://10.0.0.1", "http://[::2]" })
	void whenIssuerHasNoTlsThenRefusedUnlessAllowed(String issuer) {
		assertThatIllegalArgumentException().isThrownBy(() -> source(issuer, null, false))
			.withMessageContaining("issuer has no TLS");
		assertThat(source(issuer, null, true).insecureAllowHttp()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "accounts.example.com", "an issuer", "file:///etc/passwd", "https://user:pw@idp.example.com",
					"https://idp.example.com?x=1", "https://idp.example.com#a", "https:", "urn:issuer" })
	void whenIssuerIsNoAddressThenRefusedUnlessKeysHaveOne(String issuer) {
		assertThatIllegalArgumentException().isThrownBy(() -> source(issuer, null, true))
			.withMessageStartingWith("issuer is no address");
		assertThat(source(issuer, URI.create("https://idp.example.com/keys"), false).issuer()).isEqualTo(issuer);
	}

	@Test
	void whenKeysHaveNoTlsThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> source("https://idp.example.com", URI.create("http://idp.example.com/keys"), false))
			.withMessageContaining("jwk-set-uri has no TLS");
	}

	@Test
	void whenIssuerIsEmptyThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> source("", URI.create("https://a.example.com/"), false))
			.withMessageContaining("issuer is empty");
	}

	/** E8. */
	@ParameterizedTest
	@EnumSource(names = { "HS256", "HS384", "HS512" })
	void whenAlgorithmIsSymmetricThenRefused(JwtAlgorithm algorithm) {
		assertThatIllegalArgumentException().isThrownBy(
				() -> new KeySource("https://idp.example.com", null, false, Set.of(algorithm), FetchLimits.standard()))
			.withMessageContaining(algorithm + ", which is symmetric");
	}

	@Test
	void whenNoAlgorithmIsNamedThenRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new KeySource("https://idp.example.com", null, false, Set.of(), FetchLimits.standard()));
	}

	@ParameterizedTest
	@CsvSource({ "0, 5000, 900, 3600, 30, connect-timeout", "61000, 5000, 900, 3600, 30, connect-timeout",
			"2000, 0, 900, 3600, 30, timeout", "2000, 60001, 900, 3600, 30, timeout",
			"2000, 5000, 9, 3600, 30, cache.fresh-for", "2000, 5000, 86401, 90000, 30, cache.fresh-for",
			"2000, 5000, 900, 899, 30, cache.keep-for", "2000, 5000, 900, 604801, 30, cache.keep-for",
			"2000, 5000, 900, 3600, 0, cache.unknown-key-interval",
			"2000, 5000, 900, 3600, 3601, cache.unknown-key-interval" })
	void whenTimeIsOutOfRangeThenRefused(long connect, long timeout, long fresh, long keep, long unknown, String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new FetchLimits(Duration.ofMillis(connect), Duration.ofMillis(timeout),
					Duration.ofSeconds(fresh), Duration.ofSeconds(keep), Duration.ofSeconds(unknown)))
			.withMessageStartingWith(name + " is ");
	}

	private static KeySource source(String issuer, @Nullable URI jwkSetUri, boolean insecureAllowHttp) {
		return new KeySource(issuer, jwkSetUri, insecureAllowHttp, RS256, FetchLimits.standard());
	}

}
