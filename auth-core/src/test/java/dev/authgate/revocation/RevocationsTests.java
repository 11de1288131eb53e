package dev.authgate.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.authgate.contract.TestClock;
import dev.authgate.contract.session.Together;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assertions.assertTimeout;

class RevocationsTests {

	private static final Duration DAY = Duration.ofDays(1);

	private final TestClock clock = new TestClock();

	private final SharedStore shared = new SharedStore();

	private final Revocations alone = new Revocations(new InMemoryRevocationStore(), DAY, this.clock);

	private final Revocations one = new Revocations(this.shared, DAY, this.clock);

	private final Revocations other = new Revocations(this.shared, DAY, this.clock);

	/** E17. */
	@Test
	void whenTokenIsRevokedThenItAlone() {
		this.alone.revokeToken("", "t1", inOneHour());
		assertThat(this.alone.isTokenRevoked("", "t1")).isTrue();
		assertThat(this.alone.isTokenRevoked("", "t2")).isFalse();
		assertThat(this.alone.isTokenRevoked("https://idp.example", "t1")).isFalse();
		assertThat(this.alone.isSessionRevoked("t1")).isFalse();
	}

	@Test
	void whenTokenOfAnIssuerIsRevokedThenNoneOfOthers() {
		this.alone.revokeToken("https://idp.example", "t1", inOneHour());
		assertThat(this.alone.isTokenRevoked("https://idp.example", "t1")).isTrue();
		assertThat(this.alone.isTokenRevoked("https://other.example", "t1")).isFalse();
		assertThat(this.alone.isTokenRevoked("", "t1")).isFalse();
	}

	@Test
	void whenSessionIsRevokedThenItAlone() {
		this.alone.revokeSession("s1", inOneHour());
		assertThat(this.alone.isSessionRevoked("s1")).isTrue();
		assertThat(this.alone.isSessionRevoked("s2")).isFalse();
	}

	/** E18. */
	@Test
	void whenUserIsRevokedThenEpochIsNowOrLater() {
		assertThat(this.alone.knownEpochOf("huginn")).isZero();
		long epoch = this.alone.revokeUser("huginn");
		assertThat(epoch).isEqualTo(this.clock.millis());
		assertThat(this.alone.revokeUser("huginn")).isEqualTo(epoch + 1);
		assertThat(this.alone.knownEpochOf("huginn")).isEqualTo(epoch + 1).isEqualTo(this.alone.epochOf("huginn"));
	}

	@Test
	void whenClockIsPutBackThenEpochRisesAllTheSame() {
		long epoch = this.alone.revokeUser("huginn");
		this.clock.pass(Duration.ofHours(-1));
		assertThat(this.alone.revokeUser("huginn")).isGreaterThan(epoch);
	}

	/** O10: in memory nothing else makes it shrink. */
	@Test
	void whenTokensHaveExpiredThenForgottenWithTheNextRevocation() {
		for (int i = 0; i < 100; i++) {
			this.alone.revokeToken("", "t" + i, inOneHour());
		}
		this.clock.pass(Duration.ofHours(2));
		this.alone.revokeToken("", "next", inOneHour());
		assertThat(this.alone.size()).isEqualTo(1);
	}

	@Test
	void whenTokenJustExpiresThenStillRevoked() {
		this.one.revokeToken("", "t1", inOneHour());
		this.clock.pass(Duration.ofHours(1));
		this.one.synchronize();
		assertThat(this.one.isTokenRevoked("", "t1")).isTrue();
	}

	@Test
	void whenAnotherNodeRevokesThenKnownAfterSynchronizing() {
		this.other.synchronize();
		this.one.revokeToken("", "t1", inOneHour());
		this.one.revokeSession("s1", inOneHour());
		long epoch = this.one.revokeUser("huginn");
		this.other.synchronize();
		assertThat(this.other.isTokenRevoked("", "t1")).isTrue();
		assertThat(this.other.isSessionRevoked("s1")).isTrue();
		assertThat(this.other.knownEpochOf("huginn")).isEqualTo(epoch);
	}

	@Test
	void whenAnotherNodeRevokesThenEpochForNewTokensIsKnownAtOnce() {
		this.other.synchronize();
		assertThat(this.other.epochOf("huginn")).isZero();
		assertThat(this.one.revokeUser("huginn")).isEqualTo(this.other.epochOf("huginn"));
	}

	@Test
	void whenNobodySynchronizesThenKnowledgeIsNoOlderThanTheBound() {
		this.other.synchronize();
		this.one.revokeToken("", "t1", inOneHour());
		this.clock.pass(Revocations.MAX_AGE);
		assertThat(this.other.isTokenRevoked("", "t1")).isTrue();
	}

	@Test
	void whenStoreIsLostThenUnavailableAfterTheBound() {
		this.one.synchronize();
		this.shared.lost.set(true);
		this.clock.pass(Revocations.MAX_AGE.minusMillis(1));
		assertThat(this.one.isTokenRevoked("", "t1")).isFalse();
		this.clock.pass(Duration.ofMillis(1));
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1"));
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isSessionRevoked("s1"));
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.knownEpochOf("huginn"));
	}

	@Test
	void whenStoreWasNeverThereThenUnavailable() {
		this.shared.lost.set(true);
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1"));
	}

	@Test
	void whenStoreIsBackThenAnswersAgain() {
		this.shared.lost.set(true);
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1"));
		this.shared.lost.set(false);
		this.clock.pass(Duration.ofMillis(250));
		assertThat(this.one.isTokenRevoked("", "t1")).isFalse();
	}

	@Test
	void whenStoreJustFailedThenItIsNotAskedByEveryRequest() {
		this.shared.lost.set(true);
		for (int i = 0; i < 100; i++) {
			assertThatExceptionOfType(RevocationsUnavailableException.class)
				.isThrownBy(() -> this.one.isTokenRevoked("", "t1"));
		}
		assertThat(this.shared.questions).hasValue(1);
	}

	@Test
	void whenManyRequestsFindKnowledgeOldThenStoreIsAskedOnce() {
		List<Boolean> answers = Together.run(20, () -> this.one.isTokenRevoked("", "t1"));
		assertThat(answers).containsOnly(false);
		assertThat(this.shared.questions).hasValue(1);
	}

	@Test
	void whenManyRequestsFindStoreLostThenItIsAskedOnce() {
		this.shared.lost.set(true);
		Together.run(20, () -> assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1")));
		assertThat(this.shared.questions).hasValue(1);
	}

	@Test
	void whenThereAreManyChangesThenAllPagesAreRead() {
		this.shared.pageSize.set(10);
		for (int i = 0; i < 25; i++) {
			this.one.revokeToken("", "t" + i, inOneHour());
		}
		this.other.synchronize();
		assertThat(this.other.size()).isEqualTo(25);
		assertThat(this.shared.questions).hasValue(3);
	}

	@Test
	void whenStoreHangsAfterAFailureThenOnlyOneThreadWaits() throws Exception {
		CountDownLatch hanging = new CountDownLatch(1);
		loseAndHang(hanging);
		CompletableFuture<Boolean> probe = CompletableFuture.supplyAsync(() -> this.one.isTokenRevoked("", "t1"));
		while (this.shared.questions.get() < 2) {
			Thread.onSpinWait();
		}
		assertTimeout(Duration.ofSeconds(1), () -> assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1")));
		hanging.countDown();
		assertThat(probe.get(10, TimeUnit.SECONDS)).isFalse();
	}

	@Test
	void whenMuchHasExpiredThenAllOfItIsForgottenAtOnce() {
		InMemoryRevocationStore store = new InMemoryRevocationStore();
		Revocations revocations = new Revocations(store, DAY, this.clock);
		for (int i = 0; i < 3000; i++) {
			revocations.revokeToken("", "t" + i, inOneHour());
		}
		this.clock.pass(Duration.ofHours(2));
		revocations.revokeToken("", "next", inOneHour());
		assertThat(store.changesSince(0).revocations()).hasSize(1);
	}

	@Test
	void whenStoreIsLostThenNothingIsRevokedSilently() {
		this.shared.lost.set(true);
		assertThatIllegalStateException().isThrownBy(() -> this.one.revokeUser("huginn"));
		assertThatIllegalStateException().isThrownBy(() -> this.one.revokeToken("", "t1", inOneHour()));
		assertThatIllegalStateException().isThrownBy(() -> this.one.epochOf("huginn"));
	}

	@Test
	void whenClockIsPutBackThenOldKnowledgeIsNotNew() {
		this.one.synchronize();
		this.shared.lost.set(true);
		this.clock.pass(Duration.ofSeconds(-1));
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1"));
	}

	@Test
	void whenIdIsLongThenRevokedAllTheSame() {
		String id = "x".repeat(1000);
		this.one.revokeToken("https://idp.example", id, inOneHour());
		assertThat(this.one.isTokenRevoked("https://idp.example", id)).isTrue();
		assertThat(this.one.isTokenRevoked("https://idp.example", id + "x")).isFalse();
		this.one.revokeUser(id);
		assertThat(this.one.knownEpochOf(id)).isPositive();
	}

	private void loseAndHang(CountDownLatch hanging) {
		this.shared.lost.set(true);
		assertThatExceptionOfType(RevocationsUnavailableException.class)
			.isThrownBy(() -> this.one.isTokenRevoked("", "t1"));
		this.clock.pass(Duration.ofMillis(250));
		this.shared.lost.set(false);
		this.shared.hanging.set(hanging);
	}

	private Instant inOneHour() {
		return this.clock.instant().plus(Duration.ofHours(1));
	}

}
