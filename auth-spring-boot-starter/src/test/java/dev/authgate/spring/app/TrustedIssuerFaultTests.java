package dev.authgate.spring.app;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.authgate.contract.TestIssuer;
import dev.authgate.contract.TestIssuerKey;
import dev.authgate.spring.app.TestIssuerApp.DrivenClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An issuer that fails in every way, while an application needs its keys (E9, E10, E13).
 */
class TrustedIssuerFaultTests {

	private static final TestIssuerKey KEY = TestIssuerKey.ec("k1");

	private static final int HUGE = 100_000_000;

	private static final Map<String, HttpHandler> FAULTS = Map.ofEntries(
			Map.entry("an error", TestIssuer.answer(500, "application/json", TestIssuer.jwkSet(KEY))),
			Map.entry("a page", TestIssuer.answer(200, "text/html", TestIssuer.jwkSet(KEY))),
			Map.entry("no keys", json("{\"keys\":[]}")), Map.entry("rubbish", json("{\"keys\":")),
			Map.entry("a secret",
					json("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"k1\",\"k\":\"" + "A".repeat(43) + "\"}]}")),
			Map.entry("a weak key", json(TestIssuer.jwkSet(TestIssuerKey.rsa("k1", 1024)))),
			Map.entry("a key for encryption", json("{\"keys\":[" + KEY.jwk("\"use\":\"enc\",") + "]}")),
			Map.entry("a redirect", TrustedIssuerFaultTests::redirect),
			Map.entry("no end", TestIssuer.endless(HUGE, new AtomicInteger())),
			Map.entry("a length", TestIssuer.announced(HUGE, new AtomicInteger())),
			Map.entry("one byte at a time", TestIssuer.drip()));

	// One for each test, because an application remembers what it knows of an issuer.
	private static final Deque<TestIssuer> ISSUERS = new ArrayDeque<>(
			Stream.generate(() -> TestIssuer.start(KEY)).limit(2L * FAULTS.size() + 2).toList());

	@RegisterExtension
	static final TestApp APP = TestIssuerApp.ofAll(ISSUERS.stream().map(TestIssuer::issuer).toList());

	private final TestIssuer issuer = ISSUERS.remove();

	@AfterEach
	void close() {
		this.issuer.close();
	}

	static Stream<Arguments> faults() {
		return FAULTS.entrySet().stream().map((fault) -> Arguments.of(fault.getKey(), fault.getValue()));
	}

	/** E10, E13. */
	@ParameterizedTest
	@MethodSource("faults")
	void whenIssuerFailsAtFirstThenUnavailableUntilItDoesNot(String name, HttpHandler fault) {
		this.issuer.answerKeys(fault);
		assertUnavailable(KEY);
		this.issuer.publish(KEY);
		APP.bean(DrivenClock.class).pass(Duration.ofSeconds(1));
		assertThat(status(KEY)).isEqualTo(200);
	}

	/** E9, E10. */
	@ParameterizedTest
	@MethodSource("faults")
	void whenIssuerFailsLaterThenKnownKeyIsTakenAndAnotherUnavailable(String name, HttpHandler fault) {
		assertThat(status(KEY)).isEqualTo(200);
		this.issuer.answerKeys(fault);
		assertUnavailable(TestIssuerKey.ec("k2"));
		assertThat(status(KEY)).isEqualTo(200);
		this.issuer.publish(KEY);
		APP.bean(DrivenClock.class).pass(Duration.ofMinutes(1));
		assertThat(status(TestIssuerKey.ec("k2"))).isEqualTo(401);
	}

	/** E10. */
	@Test
	void whenIssuerFlapsThenKnownKeyIsAlwaysTaken() {
		assertThat(status(KEY)).isEqualTo(200);
		for (int i = 0; i < 10; i++) {
			this.issuer.answerKeys((i % 2 == 0) ? json("{}") : json(TestIssuer.jwkSet(KEY)));
			assertThat(status(TestIssuerKey.ec("k2"))).isEqualTo((i % 2 == 0) ? 503 : 401);
			assertThat(status(KEY)).isEqualTo(200);
			APP.bean(DrivenClock.class).pass(Duration.ofMinutes(1));
		}
	}

	/** E9. */
	@Test
	void whenThousandTokensNameRandomKeysThenOneMoreRequest() {
		assertThat(status(KEY)).isEqualTo(200);
		for (int i = 0; i < 1000; i++) {
			String header = "{\"alg\":\"ES256\",\"kid\":\"random-" + i + "\"}";
			assertThat(send(KEY.token(header, claims())).status()).isEqualTo(401);
		}
		assertThat(this.issuer.keyRequests()).isEqualTo(2);
	}

	private void assertUnavailable(TestIssuerKey key) {
		RawResponse response = send(key.token(claims()));
		assertThat(response.status()).isEqualTo(503);
		assertThat(response.header("Retry-After")).hasSize(1);
		assertThat(response.body())
			.isEqualTo("{\"type\":\"about:blank\",\"title\":\"Service Unavailable\",\"status\":503,"
					+ "\"detail\":\"Authentication is temporarily unavailable.\",\"code\":\"unavailable\"}");
	}

	private int status(TestIssuerKey key) {
		return send(key.token(claims())).status();
	}

	private RawResponse send(String token) {
		return TestIssuerApp.get(APP, "/api/user", token);
	}

	private String claims() {
		return TestIssuerApp.claims(this.issuer.issuer(), "\"huginn\"", ",\"scope\":\"\"");
	}

	private static HttpHandler json(String body) {
		return TestIssuer.answer(200, "application/json", body);
	}

	private static void redirect(HttpExchange exchange) throws IOException {
		exchange.getResponseHeaders().set("Location", "/.well-known/openid-configuration");
		TestIssuer.answer(302, "application/json", TestIssuer.jwkSet(KEY)).handle(exchange);
	}

}
