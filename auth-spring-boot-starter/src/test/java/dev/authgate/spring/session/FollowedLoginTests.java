package dev.authgate.spring.session;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.Grants;
import dev.authgate.LiveCredential;
import dev.authgate.PermissionSet;
import dev.authgate.TokenAction;
import dev.authgate.contract.TestClock;
import dev.authgate.contract.TestRequests;
import dev.authgate.contract.session.TestSessions;
import dev.authgate.revocation.InMemoryRevocationStore;
import dev.authgate.revocation.Revocations;
import dev.authgate.session.InMemorySessionStore;
import dev.authgate.session.Session;
import dev.authgate.session.SessionRules;
import dev.authgate.session.SessionStore;
import dev.authgate.session.Sessions;
import dev.authgate.session.user.SessionUser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;

import jakarta.servlet.http.HttpSession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * K19, L8: logins that opened something, judged without their servlet sessions.
 */
class FollowedLoginTests {

	private final TestClock clock = new TestClock();

	private final AtomicReference<@Nullable AuthUser> account = new AtomicReference<>(
			AuthUser.of("ada", "threads:read"));

	private final AtomicInteger reads = new AtomicInteger();

	private final Revocations revocations = new Revocations(new InMemoryRevocationStore(), Duration.ofDays(90),
			this.clock);

	private final SessionRules rules = TestSessions.rules(Duration.ZERO);

	private final SessionStore store = new InMemorySessionStore(10);

	private final Sessions list = new Sessions(this.store, this.revocations, this.rules, (event) -> {
	}, this.clock);

	private final BrowserSessions sessions = new BrowserSessions(
			new SessionServices(this.list, this.revocations, this::read, this.rules.browser()), Grants.open(),
			this.clock);

	private final MockHttpServletRequest request = new MockHttpServletRequest();

	private final KnownLogin login = begin();

	@Test
	void whenNothingChangesThenTheSameCaller() {
		LiveCredential followed = follow();
		assertThat(followed.caller()).isSameAs(caller());
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(followed.caller()).isSameAs(caller());
	}

	@Test
	void whenAskedOftenThenAccountIsReadOnceAMinute() {
		LiveCredential followed = follow();
		for (int second = 0; second < 59; second++) {
			this.clock.pass(Duration.ofSeconds(1));
			followed.caller();
		}
		assertThat(this.reads).hasValue(0);
		this.clock.pass(Duration.ofSeconds(1));
		followed.caller();
		followed.caller();
		assertThat(this.reads).hasValue(1);
	}

	@Test
	void whenSessionIsEndedThenVoid() {
		LiveCredential followed = follow();
		this.list.end(session(), TokenAction.REVOKED, "");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenAllOfTheUserEndsThenVoid() {
		LiveCredential followed = follow();
		this.list.endAll("ada", null);
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenSessionIsSparedThenTheSameCaller() {
		LiveCredential followed = follow();
		this.list.endAll("ada", session().id());
		assertThat(followed.caller()).isSameAs(caller());
	}

	@Test
	void whenGrantsChangeThenCallerHasThoseOfNow() {
		LiveCredential followed = follow();
		this.account.set(AuthUser.of("ada", "threads:write"));
		this.list.refreshAll("ada");
		Caller now = Objects.requireNonNull(followed.caller());
		assertThat(now.user().permissions()).containsExactly("threads:write");
		assertThat(now).isEqualTo(nextRequest()).isSameAs(followed.caller());
	}

	@Test
	void whenAccountIsDisabledThenVoid() {
		LiveCredential followed = follow();
		this.account.set(null);
		this.list.refreshAll("ada");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenNobodyTellsOfTheChangeThenSeenWithinAMinute() {
		LiveCredential followed = follow();
		this.account.set(null);
		this.clock.pass(Duration.ofSeconds(59));
		assertThat(followed.caller()).isNotNull();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(followed.caller()).isNull();
	}

	/** Who changes grants moves the epoch first, and then the sessions. */
	@Test
	void whenEpochMovesBeforeTheSessionThenWaitsForItASecond() {
		LiveCredential followed = follow();
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isSameAs(caller());
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenSessionFollowsTheEpochInTimeThenGood() {
		LiveCredential followed = follow();
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isNotNull();
		renew();
		this.clock.pass(Duration.ofSeconds(1));
		assertThat(followed.caller()).isSameAs(caller());
		this.revocations.revokeUser("ada");
		assertThat(followed.caller()).isSameAs(caller());
	}

	/** The record outlives the servlet session by two minutes. */
	@Test
	void whenSessionIsLeftUnusedThenVoid() {
		LiveCredential followed = follow();
		for (int minute = 0; minute < 31; minute++) {
			this.clock.pass(Duration.ofMinutes(1));
			assertThat(followed.caller()).isNotNull();
		}
		this.clock.pass(Duration.ofMinutes(1));
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenFollowedThenSessionIsNotUsed() {
		LiveCredential followed = follow();
		this.clock.pass(Duration.ofMinutes(5));
		followed.caller();
		assertThat(session().lifetime().lastUsedAt()).isEqualTo(TestClock.START);
	}

	@Test
	void whenServletSessionIsUsedThenGood() {
		LiveCredential followed = follow();
		for (int minute = 0; minute < 40; minute++) {
			this.clock.pass(Duration.ofMinutes(1));
			known();
			assertThat(followed.caller()).isNotNull();
		}
	}

	@Test
	void whenItCannotBeToldThenThrown() {
		LiveCredential followed = follow();
		this.reads.set(Integer.MIN_VALUE);
		this.clock.pass(Duration.ofMinutes(1));
		assertThatIllegalStateException().isThrownBy(followed::caller);
	}

	/** Such as one who shows a ticket, who proved the session before. */
	@Test
	void whenRequestHasNoSessionThenFollowedByTheCaller() {
		LiveCredential followed = Objects.requireNonNull(authenticator().follow(TestRequests.anonymous(), caller()));
		assertThat(followed.caller()).isSameAs(caller());
		assertThat(this.reads).hasValue(1);
		this.list.end(session(), TokenAction.REVOKED, "");
		assertThat(followed.caller()).isNull();
	}

	@Test
	void whenNobodyKnowsTheSessionThenNothingIsToldOfIt() {
		SessionAuthenticator authenticator = authenticator();
		assertThat(authenticator.follow(TestRequests.anonymous(), caller().withSession(null))).isNull();
		assertThat(authenticator.follow(TestRequests.anonymous(), caller().withAuthenticator("jwt"))).isNull();
	}

	@Test
	void whenOtherCredentialsCameBesideThenFollowedByTheLogin() {
		LiveCredential followed = this.sessions.follow(this.login, Caller.of(AuthUser.of("client_1"), "all"));
		assertThat(Objects.requireNonNull(followed).caller()).isSameAs(caller());
	}

	private LiveCredential follow() {
		return Objects.requireNonNull(this.sessions.follow(this.login, caller()));
	}

	private SessionAuthenticator authenticator() {
		return new SessionAuthenticator(this.sessions, null);
	}

	private Caller caller() {
		return this.login.result().caller();
	}

	private Caller nextRequest() {
		return known().result().caller();
	}

	private KnownLogin known() {
		HttpSession session = Objects.requireNonNull(this.request.getSession(false));
		return (KnownLogin) Objects.requireNonNull(this.sessions.stateOf(session));
	}

	private Session session() {
		return Objects.requireNonNull(this.list.find(this.login.stored().sessionId()));
	}

	private void renew() {
		Session session = session();
		this.store.replace(new Session(session.id(), "ada", session.origin(), session.lifetime(),
				this.revocations.epochOf("ada"), null, null, session.revision()));
	}

	private KnownLogin begin() {
		this.sessions.begin(new NewLogin(AuthUser.of("ada", "threads:read"), Set.of(), 0, "203.0.113.7"), this.request);
		return known();
	}

	private @Nullable SessionUser read(String id) {
		if (this.reads.getAndIncrement() < 0) {
			throw new IllegalStateException("lost");
		}
		AuthUser user = this.account.get();
		return (user != null) ? new SessionUser(user, Set.of(), PermissionSet.of()) : null;
	}

}
