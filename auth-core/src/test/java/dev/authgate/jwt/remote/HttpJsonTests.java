package dev.authgate.jwt.remote;

import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpHandler;
import dev.authgate.contract.TestIssuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HttpJsonTests {

	private static final int MAX_BYTES = 1024;

	private final TestIssuer server = TestIssuer.start();

	private final CountDownLatch released = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.released.countDown();
		this.server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "application/jwk-set+json", "Application/JSON; charset=utf-8" })
	void whenAnswerIsJsonThenRead(String contentType) throws Exception {
		this.server.answerKeys(TestIssuer.answer(200, contentType, "{\"a\":1}"));
		assertThat(get()).isEqualTo(Map.of("a", 1L));
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/html", "text/plain", "application/json5", "application/jsonp", "" })
	void whenContentTypeIsNotJsonThenRefused(String contentType) {
		this.server.answerKeys(TestIssuer.answer(200, contentType, "{\"a\":1}"));
		assertRefused("content type that is not JSON");
	}

	@ParameterizedTest
	@ValueSource(ints = { 201, 203, 400, 404, 500, 503 })
	void whenStatusIsNot200ThenRefused(int status) {
		this.server.answerKeys(TestIssuer.answer(status, "application/json", "{\"a\":1}"));
		assertRefused("status " + status);
	}

	@Test
	void whenAnswerIsRedirectThenNotFollowed() {
		this.server.answerKeys((exchange) -> {
			exchange.getResponseHeaders().set("Location", this.server.keysUri());
			TestIssuer.answer(302, "application/json", "{}").handle(exchange);
		});
		assertRefused("status 302");
		assertThat(this.server.keyRequests()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "{", "{}{}", "<html>", "{\"a\":1,\"a\":2}", "{\"a\":NaN}", "null" })
	void whenBodyIsNoStrictJsonObjectThenRefused(String body) {
		this.server.answerKeys(TestIssuer.answer(200, "application/json", body));
		assertRefused("no JSON object");
	}

	@Test
	void whenBodyIsNotUtf8ThenRefused() {
		this.server.answerKeys(raw("{\"a\":\"\u00e4\"}".getBytes(StandardCharsets.ISO_8859_1)));
		assertRefused("no JSON object");
	}

	@Test
	void whenBodyIsAsLongAsAllowedThenRead() throws Exception {
		this.server.answerKeys(TestIssuer.answer(200, "application/json", padded(MAX_BYTES)));
		assertThat(get()).isEmpty();
	}

	@Test
	void whenBodyIsLongerThanAllowedThenRefused() {
		this.server.answerKeys(TestIssuer.answer(200, "application/json", padded(MAX_BYTES + 1)));
		assertRefused("more than 1024 bytes");
	}

	@Test
	void whenBodyHasHundredMegabytesThenCutOff() {
		AtomicInteger written = new AtomicInteger();
		this.server.answerKeys(TestIssuer.endless(100_000_000, written));
		assertRefused("more than 1024 bytes");
		assertThat(written).hasValueLessThan(20_000_000);
	}

	@Test
	void whenErrorHasHundredMegabytesThenNotRead() {
		AtomicInteger written = new AtomicInteger();
		this.server.answerKeys(TestIssuer.endless(500, 100_000_000, written));
		assertRefused("status 500");
		assertThat(written).hasValueLessThan(20_000_000);
	}

	@Test
	void whenNothingIsAnsweredThenGivenUpInTime() {
		this.server.answerKeys((exchange) -> hold());
		assertRefused("did not answer within 300 ms");
	}

	@Test
	void whenBodyStopsHalfwayThenGivenUpInTime() {
		this.server.answerKeys((exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, 0);
			exchange.getResponseBody().write("{\"a\":".getBytes(StandardCharsets.US_ASCII));
			exchange.getResponseBody().flush();
			hold();
		});
		assertRefused("did not answer within 300 ms");
	}

	@Test
	void whenConnectionIsCutThenRefused() {
		this.server.answerKeys((exchange) -> {
			exchange.sendResponseHeaders(200, 100);
			exchange.close();
		});
		assertThatExceptionOfType(FetchException.class).isThrownBy(this::get);
	}

	@Test
	void whenNobodyListensThenRefused() {
		URI address = URI.create(this.server.keysUri());
		this.server.close();
		assertThatExceptionOfType(FetchException.class).isThrownBy(() -> json().get(address, MAX_BYTES))
			.withMessageContaining("could not be read (ConnectException)");
	}

	@Test
	void whenThreadIsInterruptedThenRefusedAndStillInterrupted() {
		Thread.currentThread().interrupt();
		assertRefused("interrupted");
		assertThat(Thread.interrupted()).isTrue();
	}

	private Map<String, ?> get() throws FetchException {
		return json().get(URI.create(this.server.keysUri()), MAX_BYTES);
	}

	private void assertRefused(String problem) {
		assertThatExceptionOfType(FetchException.class).isThrownBy(this::get).withMessageContaining(problem);
	}

	private void hold() {
		try {
			this.released.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static HttpJson json() {
		return new HttpJson(new FetchLimits(Duration.ofMillis(300), Duration.ofMillis(300), Duration.ofMinutes(1),
				Duration.ofMinutes(1), Duration.ofSeconds(1)));
	}

	private static HttpHandler raw(byte[] body) {
		return (exchange) -> {
			exchange.getResponseHeaders().set("Content-Type", "application/json");
			exchange.sendResponseHeaders(200, body.length);
			try (OutputStream out = exchange.getResponseBody()) {
				out.write(body);
			}
		};
	}

	private static String padded(int bytes) {
		return "{" + " ".repeat(bytes - 2) + "}";
	}

}
