package dev.authgate.spring.app;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.RejectionReason;
import dev.authgate.contract.TestClock;
import dev.authgate.jwt.JwtIssuer;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.security.crypto.password.PasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * F47: limits on logins and keys, over a real connection.
 */
class ThrottleHttpTests {

	private static final String PASSWORD = "correct horse battery";

	private static final String WRONG_KEY = "X-API-Key: wrong-key-0123456789";

	private static final String BODY = "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
			+ "\"detail\":\"Too many attempts.\",\"code\":\"too_many_requests\"}";

	/** O7, K16: a name that does not exist is refused as one that does. */
	@ParameterizedTest
	@CsvSource({ "ada", "nobody" })
	void whenLoginsFailThenTooManyRequestsForAnyName(String name) {
		try (TestApp app = app().start()) {
			for (int i = 0; i < 10; i++) {
				assertThat(login(app, name, "wrong").status()).isEqualTo(401);
			}
			RawResponse refused = login(app, name, PASSWORD);
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body()).isEqualTo(BODY);
			assertThat(refused.header("Retry-After")).containsExactly("90");
			assertThat(refused.header("WWW-Authenticate")).isEmpty();
		}
	}

	/** O7: who waits as long as he is told is let in. */
	@Test
	void whenTimeHasPassedThenLetIn() {
		try (TestApp app = app().start()) {
			fail(app, 10);
			app.bean(TestClock.class).pass(Duration.ofMillis(500));
			assertThat(login(app, "ada", PASSWORD).header("Retry-After")).containsExactly("90");
			app.bean(TestClock.class).pass(Duration.ofMillis(89_500));
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	@Test
	void whenLoginsSucceedThenNeverRefused() {
		try (TestApp app = app().start()) {
			for (int i = 0; i < 25; i++) {
				assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			}
			fail(app, 9);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	/** One count, whatever mechanism takes the password. */
	@Test
	void whenBasicAndLoginAreTriedThenCountedTogether() {
		try (TestApp app = app().start()) {
			fail(app, 5);
			for (int i = 0; i < 5; i++) {
				assertThat(app.get("/by-password", basic("ADA", "wrong")).status()).isEqualTo(401);
			}
			RawResponse refused = app.get("/by-password", basic("ada", PASSWORD));
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body()).isEqualTo(BODY);
			assertThat(refused.header("WWW-Authenticate")).isEmpty();
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(429);
		}
	}

	/** A refusal does not keep another credential from being accepted. */
	@Test
	void whenBasicIsThrottledThenGoodKeyIsAcceptedAllTheSame() {
		try (TestApp app = app().with("authgate.default-authenticator=basic, api-key").start()) {
			fail(app, 10);
			String basic = basic("ada", PASSWORD);
			assertThat(app.get("/api/user", basic, "X-API-Key: " + TestApp.READER).status()).isEqualTo(200);
			assertThat(app.get("/api/user", basic).status()).isEqualTo(429);
		}
	}

	/** A refusal does not keep another credential from being accepted. */
	@Test
	void whenKeyIsThrottledThenGoodTokenIsAcceptedAllTheSame() {
		try (TestApp app = limitedKeys("api-key, jwt")) {
			String token = app.bean(JwtIssuer.class).issue(AuthUser.of("ada"));
			assertThat(app.get("/api/user", WRONG_KEY, "Authorization: Bearer " + token).status()).isEqualTo(200);
			assertThat(app.bean(Events.class).last(CredentialRejected.class).reason())
				.isEqualTo(RejectionReason.THROTTLED);
		}
	}

	/** Who has to wait is told so, whatever else is wrong. */
	@ParameterizedTest
	@ValueSource(strings = { "api-key, jwt, keep-out", "keep-out, jwt, api-key" })
	void whenKeyIsThrottledAndNobodyAcceptsThenToldToWait(String authenticators) {
		try (TestApp app = limitedKeys(authenticators)) {
			RawResponse refused = app.get("/api/user", WRONG_KEY, "Authorization: Bearer wrong", "X-Keep-Out: 1");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).containsExactly("60");
		}
	}

	/** What a browser sends by itself rescues no refused credential. */
	@ParameterizedTest
	@ValueSource(strings = { "api-key, basic", "basic, api-key" })
	void whenKeyIsThrottledThenAmbientCredentialDoesNotRescueIt(String authenticators) {
		try (TestApp app = limitedKeys(authenticators)) {
			assertThat(app.get("/api/user", basic("ada", PASSWORD)).status()).isEqualTo(200);
			assertThat(app.get("/api/user", WRONG_KEY, basic("ada", PASSWORD)).status()).isEqualTo(429);
		}
	}

	/** Who cannot be counted is not let in by anybody else. */
	@Test
	void whenKeysCannotBeCountedThenNobodyElseIsAsked() {
		try (TestApp app = app().and(LostThrottle.class).with("authgate.default-authenticator=api-key, jwt").start()) {
			String token = app.bean(JwtIssuer.class).issue(AuthUser.of("ada"));
			assertThat(app.get("/api/user", WRONG_KEY, "Authorization: Bearer " + token).status()).isEqualTo(503);
		}
	}

	/** O2, O7. */
	@ParameterizedTest
	@CsvSource(delimiter = ';', value = { "error; {\"error\":\"rate limit exceeded\"}",
			"detail; {\"detail\":\"Too many attempts.\"}", "rebar; \"rebar_error_code\":\"too_many_requests\"" })
	void whenFormatIsAnotherThenBodyIsItsOwn(String format, String body) {
		try (TestApp app = app().with("authgate.errors.format=" + format).start()) {
			fail(app, 10);
			RawResponse refused = login(app, "ada", PASSWORD);
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.body()).contains(body);
			assertThat(refused.header("Retry-After")).containsExactly("90");
		}
	}

	/** O6: whoever writes the header himself stays the same client. */
	@Test
	void whenStrangerForgesItsAddressThenRefusedAllTheSame() {
		try (TestApp app = app().start()) {
			for (int i = 0; i < 10; i++) {
				login(app, "ada", "wrong", "X-Forwarded-For: 192.0.2." + i);
			}
			assertThat(login(app, "ada", PASSWORD, "X-Forwarded-For: 192.0.2.99").status()).isEqualTo(429);
		}
	}

	/** O6: behind a trusted proxy the rightmost address that is no proxy counts. */
	@Test
	void whenProxyIsTrustedThenItsClientsAreCounted() {
		String trusted = "authgate.forwarded-user.trusted-proxies=127.0.0.1, ::1, 10.0.0.0/8";
		try (TestApp app = app().with(trusted, "authgate.default-authenticator=api-key").start()) {
			for (int i = 0; i < 10; i++) {
				login(app, "ada", "wrong", "X-Forwarded-For: 203.0.113." + i + ", 192.0.2.7, 10.0.0.1");
			}
			assertThat(login(app, "ada", PASSWORD, "X-Forwarded-For: 192.0.2.7").status()).isEqualTo(429);
			assertThat(login(app, "ada", PASSWORD, "X-Forwarded-For: 192.0.2.8").status()).isEqualTo(200);
		}
	}

	/** F47: 200 at the same time: at most ten passwords are compared. */
	@Test
	void whenManyLogInAtTheSameTimeThenAtMostTheLimitIsVerified() throws Exception {
		try (TestApp app = app().start()) {
			AtomicInteger compared = app.bean(CountingEncoder.class).compared;
			login(app, "eve", "wrong");
			int before = compared.get();
			List<Integer> statuses = together(200, () -> login(app, "ada", "wrong").status());
			assertThat(compared.get() - before).isLessThanOrEqualTo(10);
			assertThat(Collections.frequency(statuses, 401)).isEqualTo(10);
			assertThat(Collections.frequency(statuses, 429)).isEqualTo(190);
		}
	}

	@Test
	void whenLanguageIsTurkishThenNamesAreCountedAllTheSame() {
		Locale before = Locale.getDefault();
		Locale.setDefault(Locale.forLanguageTag("tr"));
		try (TestApp app = app().start()) {
			for (int i = 0; i < 10; i++) {
				login(app, (i % 2 == 0) ? "TITIAN" : "titian", "wrong");
			}
			assertThat(login(app, "titian", "wrong").status()).isEqualTo(429);
		}
		finally {
			Locale.setDefault(before);
		}
	}

	/** O9. */
	@Test
	void whenLoginIsThrottledThenAuditedWithReasonAndName() {
		try (TestApp app = app().start()) {
			fail(app, 10);
			login(app, "ada", PASSWORD);
			assertThat(app.bean(Events.class).last(CredentialRejected.class)).isEqualTo(
					new CredentialRejected("login", RejectionReason.THROTTLED, "POST", "/login", "127.0.0.1", "ada"));
			app.get("/by-password", basic("ada", PASSWORD));
			assertThat(app.bean(Events.class).last(CredentialRejected.class)).isEqualTo(new CredentialRejected("basic",
					RejectionReason.THROTTLED, "GET", "/by-password", "127.0.0.1", "ada"));
		}
	}

	/** F47. */
	@Test
	void whenKeysFailThenWrongOnesHaveToWait() {
		try (TestApp app = app().with("authgate.users.throttle.api-key=5/1m").start()) {
			for (int i = 0; i < 5; i++) {
				assertThat(app.getAs("wrong-key-012345678" + i, "/api/user").status()).isEqualTo(401);
				assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
			}
			RawResponse refused = app.getAs("wrong-key-0123456789", "/api/user");
			assertThat(refused.status()).isEqualTo(429);
			assertThat(refused.header("Retry-After")).containsExactly("12");
			assertThat(app.get("/api/user").status()).isEqualTo(401);
			app.bean(TestClock.class).pass(Duration.ofSeconds(12));
			assertThat(app.getAs("wrong-key-0123456789", "/api/user").status()).isEqualTo(401);
		}
	}

	/**
	 * A stranger behind the same proxy keeps nobody out.
	 */
	@Test
	void whenKeysFailFromTheSameAddressThenGoodOnesAreAnswered() {
		try (TestApp app = app().with("authgate.default-authenticator=api-key", "authgate.users.throttle.api-key=1/1m")
			.start()) {
			app.getAs("wrong-key-0123456789", "/api/user");
			assertThat(app.getAs("wrong-key-0123456789", "/api/user").status()).isEqualTo(429);
			assertThat(app.getAs(TestApp.READER, "/api/user").status()).isEqualTo(200);
		}
	}

	/**
	 * A stranger behind the same proxy keeps nobody out who logged in from there before.
	 */
	@Test
	void whenAddressIsUsedUpThenKnownAccountLogsInAllTheSame() {
		try (TestApp app = app().with("authgate.users.throttle.address=2/15m").start()) {
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			login(app, "one", "wrong");
			login(app, "two", "wrong");
			assertThat(login(app, "three", "wrong").status()).isEqualTo(429);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	@Test
	void whenSwitchedOffThenNothingIsCounted() {
		try (TestApp app = app().with("authgate.users.throttle.enabled=false").start()) {
			fail(app, 15);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
		}
	}

	@ParameterizedTest
	@CsvSource({ "account-and-address=10 per minute, a limit such as 10/15m", "address=0/15m, a limit such as 10/15m",
			"account=101/1d, more than 100 failed logins", "account=100/1h, more than 100 failed logins",
			"known-address-for=0s, not between one second", "api-key=x, a limit such as 10/15m",
			"refresh=1/400d, a limit such as 10/15m", "reset=, a limit such as 10/15m",
			"register=1/1y, a limit such as 10/15m", "enabled=maybe, true or false" })
	void whenLimitCannotWorkThenRefusedAtStart(String property, String words) {
		assertThat(RefusedStart.of(UserHandlers.class, "authgate.users.throttle." + property))
			.contains("authgate.users.throttle." + property.substring(0, property.indexOf('=')))
			.contains(words);
	}

	@ParameterizedTest
	@CsvSource({ "account-and-address=5/1h", "address=5/1h", "account=5/1d" })
	void whenLimitIsSetThenItCounts(String property) {
		try (TestApp app = app().with("authgate.users.throttle." + property).start()) {
			fail(app, 5);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(429);
		}
	}

	@Test
	void whenKnownAddressIsForgottenSoonThenStrangersKeepItOut() {
		try (TestApp app = app()
			.with("authgate.users.throttle.known-address-for=1m", "authgate.users.throttle.account=5/1d")
			.start()) {
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			fail(app, 5);
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(200);
			app.bean(TestClock.class).pass(Duration.ofMinutes(2));
			assertThat(login(app, "ada", PASSWORD).status()).isEqualTo(429);
		}
	}

	private static TestApp app() {
		return TestApp.serving(UserHandlers.class, BasicHttpTests.ByPassword.class, Parts.class)
			.tokens()
			.with("authgate.login.token=true", "authgate.default-authenticator=api-key",
					"authgate.users.accounts[0].username=ada",
					"authgate.users.accounts[0].password={plain}" + PASSWORD);
	}

	private static TestApp limitedKeys(String authenticators) {
		TestApp app = app().and(KeepOut.class)
			.with("authgate.default-authenticator=" + authenticators, "authgate.users.throttle.api-key=1/1m")
			.start();
		assertThat(app.get("/api/user", WRONG_KEY).status()).isEqualTo(401);
		return app;
	}

	private static void fail(TestApp app, int times) {
		for (int i = 0; i < times; i++) {
			assertThat(login(app, "ada", "wrong").status()).isEqualTo(401);
		}
	}

	private static RawResponse login(TestApp app, String name, String password, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: application/json");
		String body = "{\"username\":\"" + name + "\",\"password\":\"" + password + "\"}";
		return app.client().post("/login", body, all.toArray(String[]::new));
	}

	private static String basic(String name, String password) {
		byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
		return "Authorization: Basic " + Base64.getEncoder().encodeToString(login);
	}

	private static List<Integer> together(int times, Callable<Integer> call) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(50);
		try {
			List<Integer> results = new ArrayList<>();
			for (Future<Integer> made : threads.invokeAll(Collections.nCopies(times, call))) {
				results.add(made.get());
			}
			return results;
		}
		finally {
			threads.shutdownNow();
		}
	}

	/**
	 * A clock that stands still, cheap passwords, and a witness.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Parts {

		@Bean
		TestClock clock() {
			return new TestClock();
		}

		@Bean
		CountingEncoder encoder() {
			return new CountingEncoder();
		}

		@Bean
		Events events() {
			return new Events();
		}

	}

	/**
	 * Recognises and refuses whoever sends a header.
	 */
	@Configuration(proxyBeanMethods = false)
	static class KeepOut {

		@Bean("keep-out")
		Authenticator keepOut() {
			return (request) -> request.headers("X-Keep-Out").isEmpty() ? AuthenticationResult.notPresent()
					: AuthenticationResult.rejected(RejectionReason.FORBIDDEN);
		}

	}

	/**
	 * Counts nothing.
	 */
	@Configuration(proxyBeanMethods = false)
	static class LostThrottle {

		@Bean
		Throttle throttle() {
			return (kind, account, address) -> {
				throw new IllegalStateException("The store is lost");
			};
		}

	}

	/**
	 * Compares plain texts and counts how often.
	 */
	static class CountingEncoder implements PasswordEncoder {

		private final AtomicInteger compared = new AtomicInteger();

		@Override
		public String encode(CharSequence password) {
			return "{plain}" + password;
		}

		@Override
		public boolean matches(CharSequence password, String encoded) {
			this.compared.incrementAndGet();
			return encoded.equals("{plain}" + password);
		}

	}

	/**
	 * Keeps what was published.
	 */
	static class Events {

		private final List<AuthEvent> all = Collections.synchronizedList(new ArrayList<>());

		@EventListener
		void onEvent(AuthEvent event) {
			this.all.add(event);
		}

		<T> T last(Class<T> type) {
			List<T> found = this.all.stream().filter(type::isInstance).map(type::cast).toList();
			return found.get(found.size() - 1);
		}

	}

}
