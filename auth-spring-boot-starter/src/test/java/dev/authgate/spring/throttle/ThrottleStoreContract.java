package dev.authgate.spring.throttle;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.authgate.contract.TestClock;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.Attempt.Permitted;
import dev.authgate.throttle.Attempt.Refused;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Limit;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of counts does, seen through a throttle.
 */
abstract class ThrottleStoreContract {

	static final String HOME = "192.0.2.7";

	static final String AWAY = "198.51.100.9";

	static final Limit ACCOUNT = Limit.of("20/1d");

	final TestClock clock = new TestClock();

	private Throttle throttle = Throttle.none();

	/**
	 * Gives a store that is empty before each test.
	 */
	abstract ThrottleStore store();

	@BeforeEach
	void begin() {
		this.throttle = throttle(store());
	}

	static Throttle throttle(ThrottleStore store) {
		Limit other = Limit.of("3/1h");
		return new BucketThrottle(store,
				new ThrottleLimits(Limit.of("10/15m"), Limit.of("15/15m"), ACCOUNT, Duration.ofDays(30),
						Map.of(AttemptKind.RESET, other, AttemptKind.REGISTER, other, AttemptKind.REFRESH, other,
								AttemptKind.API_KEY, other)));
	}

	/** F47: exactly so many, and exactly so long. */
	@Test
	void whenLimitIsReachedThenRefusedUntilNextTokenIsThere() {
		fail(10, "ada", HOME);
		assertThat(login("ada", HOME)).isEqualTo(new Refused(Duration.ofSeconds(90)));
		this.clock.pass(Duration.ofSeconds(89));
		assertThat(login("ada", HOME)).isEqualTo(new Refused(Duration.ofSeconds(1)));
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(login("ada", HOME)).isInstanceOf(Permitted.class);
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

	@Test
	void whenPeriodHasPassedThenAllArePermittedAgain() {
		fail(10, "ada", HOME);
		this.clock.pass(Duration.ofMinutes(15));
		fail(10, "ada", HOME);
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

	@Test
	void whenLoginSucceedsThenNotCounted() {
		for (int i = 0; i < 40; i++) {
			succeed("ada", HOME);
		}
		fail(10, "ada", HOME);
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

	@Test
	void whenOneAccountIsRefusedThenOthersAreNot() {
		fail(10, "ada", HOME);
		assertThat(login("eve", HOME)).isInstanceOf(Permitted.class);
		assertThat(login("ada", AWAY)).isInstanceOf(Permitted.class);
	}

	/** F47: who tries one password with many names. */
	@Test
	void whenOneAddressTriesManyAccountsThenRefused() {
		for (int i = 0; i < 15; i++) {
			fail(1, "user" + i, HOME);
		}
		assertThat(login("another", HOME)).isInstanceOf(Refused.class);
		assertThat(login("another", AWAY)).isInstanceOf(Permitted.class);
	}

	@Test
	void whenRefusedByOneLimitThenNotCountedByOthers() {
		fail(10, "ada", HOME);
		for (int i = 0; i < 100; i++) {
			login("ada", HOME);
		}
		assertThat(login("eve", HOME)).isInstanceOf(Permitted.class);
		fail(5, "ada", AWAY);
		assertThat(login("ada", AWAY)).isInstanceOf(Permitted.class);
	}

	/** F47: NIST SP 800-63B section 3.2.2. */
	@Test
	void whenManyAddressesTryOneAccountThenRefusedEverywhere() {
		strangersGuess("ada");
		assertThat(login("ada", AWAY)).isEqualTo(new Refused(Duration.ofDays(1).dividedBy(20)));
		assertThat(login("eve", AWAY)).isInstanceOf(Permitted.class);
	}

	/** F47: strangers keep nobody out of an account where it was used before. */
	@Test
	void whenStrangersGuessThenKnownAddressIsStillLetIn() {
		succeed("ada", HOME);
		strangersGuess("ada");
		assertThat(login("ada", AWAY)).isInstanceOf(Refused.class);
		fail(10, "ada", HOME);
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

	@Test
	void whenAddressIsKnownTooLongThenForgotten() {
		succeed("ada", HOME);
		this.clock.pass(Duration.ofDays(30).plusSeconds(1));
		strangersGuess("ada");
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

	@Test
	void whenAddressLoggedInAgainThenKnownAnew() {
		succeed("ada", HOME);
		this.clock.pass(Duration.ofDays(20));
		succeed("ada", HOME);
		this.clock.pass(Duration.ofDays(20));
		strangersGuess("ada");
		assertThat(login("ada", HOME)).isInstanceOf(Permitted.class);
	}

	@Test
	void whenAddressFailedOnlyThenNotKnown() {
		fail(1, "ada", HOME);
		strangersGuess("ada");
		assertThat(login("ada", HOME)).isInstanceOf(Refused.class);
	}

	/** F47: the store compares names no finer than accounts do. */
	@Test
	void whenNameIsSpeltInOtherWaysThenOneAccount() {
		fail(2, "Istanbul\u017f", HOME);
		fail(2, "ISTANBULS", HOME);
		fail(2, "istanbuls", HOME);
		fail(2, " istanbuls", HOME);
		fail(2, "\uff29stanbuls", HOME);
		assertThat(login("istanbuls", HOME)).isInstanceOf(Refused.class);
	}

	/** O6: an IPv6 client has all of its 64 bits. */
	@Test
	void whenIpv6ClientChangesItsAddressThenStillTheSame() {
		for (int i = 1; i <= 10; i++) {
			fail(1, "ada", "2001:db8:1:2::" + i);
		}
		assertThat(login("ada", "2001:db8:1:2:ffff:ffff:ffff:ffff")).isInstanceOf(Refused.class);
		assertThat(login("ada", "2001:db8:1:3::1")).isInstanceOf(Permitted.class);
	}

	@ParameterizedTest
	@EnumSource(names = { "REFRESH", "RESET", "REGISTER", "API_KEY" })
	void whenKindIsAnotherThenItHasItsOwnCount(AttemptKind kind) {
		for (int i = 0; i < 3; i++) {
			assertThat(this.throttle.attempt(kind, null, HOME)).isInstanceOf(Permitted.class);
		}
		assertThat(this.throttle.attempt(kind, null, HOME)).isEqualTo(new Refused(Duration.ofMinutes(20)));
		assertThat(this.throttle.attempt(kind, null, AWAY)).isInstanceOf(Permitted.class);
		assertThat(login("ada", HOME)).isInstanceOf(Permitted.class);
	}

	@Test
	void whenMessagesForOneAccountAreAskedFromManyAddressesThenRefused() {
		for (int i = 1; i <= 3; i++) {
			this.throttle.attempt(AttemptKind.RESET, "ada", "203.0.113." + i);
		}
		assertThat(this.throttle.attempt(AttemptKind.RESET, "ADA", AWAY)).isInstanceOf(Refused.class);
		assertThat(this.throttle.attempt(AttemptKind.RESET, "eve", AWAY)).isInstanceOf(Permitted.class);
	}

	/** F47: at the same time counts as one after the other. */
	@Test
	void whenManyTryAtTheSameTimeThenNoMoreThanTheLimit() throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(20);
		try {
			Callable<Attempt> attempt = () -> login("ada", HOME);
			List<Future<Attempt>> attempts = threads.invokeAll(Collections.nCopies(200, attempt));
			int permitted = 0;
			for (Future<Attempt> made : attempts) {
				permitted += (made.get() instanceof Permitted) ? 1 : 0;
			}
			assertThat(permitted).isEqualTo(10);
		}
		finally {
			threads.shutdownNow();
		}
	}

	final Attempt login(String account, String address) {
		return this.throttle.attempt(AttemptKind.LOGIN, account, address);
	}

	final void fail(int times, String account, String address) {
		for (int i = 0; i < times; i++) {
			assertThat(login(account, address)).isInstanceOf(Permitted.class);
		}
	}

	final void succeed(String account, String address) {
		assertThat(login(account, address)).isInstanceOfSatisfying(Permitted.class, Permitted::succeeded);
	}

	final void strangersGuess(String account) {
		for (int i = 0; i < ACCOUNT.attempts(); i++) {
			login(account, "203.0.113." + i);
		}
	}

}
