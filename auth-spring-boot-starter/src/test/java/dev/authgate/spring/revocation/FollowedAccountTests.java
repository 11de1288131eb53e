package dev.authgate.spring.revocation;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.account.Account;
import dev.authgate.account.AccountStore;
import dev.authgate.contract.TestClock;
import dev.authgate.http.PasswordLogin;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * K19: passwords that were right, and what becomes of their accounts.
 */
class FollowedAccountTests {

	private final TestClock clock = new TestClock();

	private final Revocations revocations = new Revocations(new InMemoryRevocationStore(), Duration.ofDays(1),
			this.clock);

	private final AtomicReference<@Nullable Account> account = new AtomicReference<>(ada("threads:read"));

	private final AtomicInteger reads = new AtomicInteger();

	private final PasswordLogin login = new LiveCredentials(() -> this.revocations, this.clock)
		.following((username, password, address) -> AuthenticationResult.notPresent(), new Counting());

	@Test
	void whenNothingChangesThenTheSameCaller() {
		Caller caller = caller();
		LiveCredential followed = follow(caller);
		assertThat(followed.caller()).isSameAs(caller);
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isSameAs(caller);
	}

	@Test
	void whenAskedOftenThenAccountIsReadOnceAMinute() {
		LiveCredential followed = asked();
		int before = this.reads.get();
		this.clock.pass(Duration.ofSeconds(59));
		followed.caller();
		assertThat(this.reads).hasValue(before);
		this.clock.pass(Duration.ofSeconds(1));
		followed.caller();
		assertThat(this.reads).hasValue(before + 1);
	}

	@Test
	void whenAccountIsDisabledThenVoid() {
		LiveCredential followed = asked();
		Account ada = ada("threads:read");
		this.account.set(ada.withState(ada.state().withEnabled(false)));
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenAccountIsGoneThenVoid() {
		LiveCredential followed = asked();
		this.account.set(null);
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenNobodyTellsOfTheChangeThenVoidWithinAMinute() {
		LiveCredential followed = asked();
		this.account.set(null);
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenPasswordChangesThenVoid() {
		LiveCredential followed = asked();
		this.account.set(ada("threads:read").withPassword(Secret.of("{noop}other")));
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenNameGoesToSomebodyElseThenVoid() {
		LiveCredential followed = asked();
		this.account.set(ada("threads:read").withUser(AuthUser.of("eve")));
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenPermissionsChangeThenCallerHasThoseOfNow() {
		LiveCredential followed = asked();
		this.account.set(ada("threads:write").withRoles(Set.of("editor")));
		this.revocations.revokeUser("ada");
		Caller now = Objects.requireNonNull(followed.caller());
		assertThat(now).isEqualTo(caller()).isSameAs(followed.caller());
		assertThat(now.roles()).containsExactly("editor");
	}

	@Test
	void whenAccountIsGoneBeforeItIsFollowedThenVoid() {
		Caller caller = caller();
		this.account.set(null);
		assertThat(follow(caller).caller()).isNull();
	}

	/** A change between the password and the question. */
	@Test
	void whenAccountChangesBeforeTheFirstQuestionThenSeen() {
		LiveCredential followed = follow(caller());
		this.account.set(ada().withPassword(Secret.of("{noop}other")));
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenAccountsCannotBeReadThenThrown() {
		AccountStore lost = (username) -> {
			throw new IllegalStateException("lost");
		};
		FollowedPasswords passwords = new FollowedPasswords(this.login, lost, () -> this.revocations, this.clock);
		LiveCredential followed = FollowedAccount.of(passwords, ada(), caller());
		assertThatIllegalStateException().isThrownBy(followed::caller);
	}

	private LiveCredential asked() {
		LiveCredential followed = follow(caller());
		assertThat(followed.caller()).isNotNull();
		return followed;
	}

	private LiveCredential follow(Caller caller) {
		return Objects.requireNonNull(this.login.follow("Ada", caller));
	}

	private Caller caller() {
		return Objects.requireNonNull(this.account.get()).caller("basic");
	}

	private static Account ada(String... permissions) {
		return Account.of(AuthUser.of("ada", permissions), Secret.of("{noop}raven"), Set.of("user"));
	}

	private final class Counting implements AccountStore {

		@Override
		public @Nullable Account find(String username) {
			FollowedAccountTests.this.reads.incrementAndGet();
			return username.equalsIgnoreCase("ada") ? FollowedAccountTests.this.account.get() : null;
		}

	}

}
