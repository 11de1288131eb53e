package dev.authgate.spring.revocation;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.contract.TestClock;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.Revocations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Credentials of which nobody can tell more than whose they are.
 */
class FollowedUserTests {

	private static final Caller ADA = new Caller(AuthUser.of("ada"), "own", "t1", null, Set.of(), null, "s1");

	private final TestClock clock = new TestClock();

	private final Revocations revocations = new Revocations(new InMemoryRevocationStore(), Duration.ofDays(1),
			this.clock);

	@Test
	void whenNothingIsTakenBackThenTheSameCaller() {
		this.revocations.revokeUser("ada");
		LiveCredential followed = FollowedUser.of(ADA, () -> this.revocations);
		this.revocations.revokeUser("eve");
		this.revocations.revokeSession("s2", this.clock.instant());
		this.revocations.revokeToken("", "t2", this.clock.instant());
		assertThat(followed.caller()).isSameAs(ADA);
	}

	@Test
	void whenAnythingOfTheUserIsTakenBackThenVoid() {
		LiveCredential followed = FollowedUser.of(ADA, () -> this.revocations);
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenUserIsTakenBackOnceMoreThenVoid() {
		this.revocations.revokeUser("ada");
		LiveCredential followed = FollowedUser.of(ADA, () -> this.revocations);
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenSessionEndsThenVoid() {
		LiveCredential followed = FollowedUser.of(ADA, () -> this.revocations);
		this.revocations.revokeSession("s1", this.clock.instant());
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenTokenIsRevokedThenVoid() {
		LiveCredential followed = FollowedUser.of(ADA, () -> this.revocations);
		this.revocations.revokeToken("", "t1", this.clock.instant());
		assertThat(followed.caller()).isNull();
	}

	/** What is forgotten would otherwise look like a change. */
	@Test
	void whenWhatWasTakenBackBeforeIsForgottenThenGood() {
		this.revocations.revokeUser("ada");
		LiveCredential followed = FollowedUser.of(ADA, () -> this.revocations);
		this.clock.pass(Duration.ofDays(2));
		this.revocations.synchronize();
		assertThat(this.revocations.knownEpochOf("ada")).isZero();
		assertThat(followed.caller()).isSameAs(ADA);
	}

	@Test
	void whenRevocationsAreMadeLaterThenTheyCount() {
		AtomicReference<@Nullable Revocations> made = new AtomicReference<>();
		LiveCredential followed = FollowedUser.of(ADA, made::get);
		assertThat(followed.caller()).isSameAs(ADA);
		made.set(this.revocations);
		assertThat(followed.caller()).isSameAs(ADA);
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

}
