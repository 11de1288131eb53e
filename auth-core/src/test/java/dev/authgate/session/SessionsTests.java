package dev.authgate.session;

import java.lang.reflect.Proxy;
import java.time.Duration;

import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.TokenAction;
import dev.authgate.contract.session.TestSessions;
import dev.authgate.contract.session.Together;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class SessionsTests {

	private final TestSessionApp app = new TestSessionApp(Duration.ZERO);

	private final Sessions sessions = this.app.sessions;

	@Test
	void whenOpenedThenFoundAndListed() {
		Session session = this.app.browser();
		assertThat(this.sessions.find(session.id())).isEqualTo(session);
		assertThat(this.sessions.of("huginn")).containsExactly(session);
		assertThat(this.sessions.of("muninn")).isEmpty();
	}

	@Test
	void whenOpenedThenIdsDifferAndHave22Characters() {
		assertThat(this.app.browser().id()).matches("[A-Za-z0-9]{22}").isNotEqualTo(this.app.browser().id());
	}

	@Test
	void whenLeftUnusedThenExpired() {
		Session session = this.app.browser();
		this.app.clock.pass(Duration.ofMinutes(32));
		assertThat(this.sessions.find(session.id())).isNull();
		assertThat(this.sessions.of("huginn")).isEmpty();
	}

	/** The list hears of a use a minute late, and of another node's one more. */
	@Test
	void whenTimeIsOverByLessThanTwoMinutesThenStillListed() {
		Session session = this.app.browser();
		this.app.clock.pass(Duration.ofMinutes(32).minusMillis(1));
		assertThat(this.sessions.find(session.id())).isNotNull();
	}

	/** K11. */
	@Test
	void whenUsedThenItLastsLongerAndIsWrittenOnceAMinute() {
		Session session = this.app.browser();
		this.app.clock.pass(Duration.ofSeconds(59));
		this.sessions.touch(session);
		assertThat(this.app.store.find(session.id())).isEqualTo(session);
		this.app.clock.pass(Duration.ofSeconds(1));
		this.sessions.touch(session);
		this.app.clock.pass(Duration.ofMinutes(29));
		assertThat(this.sessions.find(session.id())).isNotNull();
	}

	@Test
	void whenUsedAllTheTimeThenItEndsAllTheSame() {
		Session session = this.app.browser();
		for (int i = 0; i < 12 * 4; i++) {
			Session found = this.sessions.find(session.id());
			assertThat(found).isNotNull();
			this.sessions.touch(found);
			this.app.clock.pass(Duration.ofMinutes(15));
		}
		assertThat(this.sessions.find(session.id())).isNull();
	}

	@Test
	void whenEndedThenGoneAndWhatWasIssuedForItIsVoid() {
		Session session = this.app.browser();
		assertThat(this.sessions.end(session, TokenAction.REVOKED, "203.0.113.7")).isTrue();
		assertThat(this.sessions.find(session.id())).isNull();
		assertThat(this.app.revocations.isSessionRevoked(session.id())).isTrue();
		assertThat(this.sessions.end(session, TokenAction.REVOKED, "203.0.113.7")).isFalse();
		assertThat(this.app.actions()).containsExactly(TokenAction.ISSUED, TokenAction.REVOKED);
	}

	@Test
	void whenEndedThenRememberedForADayAtLeast() {
		Session session = this.app.browser();
		this.sessions.end(session, TokenAction.REVOKED, "");
		this.app.clock.pass(Duration.ofHours(23));
		this.app.revocations.synchronize();
		assertThat(this.app.revocations.isSessionRevoked(session.id())).isTrue();
	}

	@Test
	void whenStoreFailsAfterAllIsVoidThenItWasReported() {
		SessionStore lost = (SessionStore) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { SessionStore.class }, (proxy, method, arguments) -> {
					throw new IllegalStateException("lost");
				});
		Sessions failing = new Sessions(lost, this.app.revocations, TestSessions.rules(Duration.ZERO),
				this.app.events::add, this.app.clock);
		assertThatIllegalStateException().isThrownBy(() -> failing.endAll("huginn", null));
		assertThat(this.app.actions()).containsExactly(TokenAction.REVOKED);
	}

	@Test
	void whenAllEndAgainThenReportedOnceUnlessThereWasAnother() {
		this.app.browser();
		this.sessions.endAll("huginn", null);
		this.sessions.endAll("huginn", null);
		assertThat(this.app.actions()).containsExactly(TokenAction.ISSUED, TokenAction.REVOKED);
		this.app.browser();
		this.sessions.endAll("huginn", null);
		assertThat(this.app.actions()).endsWith(TokenAction.REVOKED, TokenAction.ISSUED, TokenAction.REVOKED);
	}

	@Test
	void whenAllButTheOnlyOneEndThenNothingToReport() {
		this.sessions.endAll("huginn", this.app.browser().id());
		assertThat(this.app.actions()).containsExactly(TokenAction.ISSUED);
	}

	/** K12. */
	@Test
	void whenUserHasTooManyThenTheOneUsedLongestAgoEnds() {
		Session first = this.app.browser();
		this.app.clock.pass(Duration.ofMinutes(1));
		Session second = this.app.browser();
		this.app.clock.pass(Duration.ofMinutes(1));
		this.sessions.touch(first);
		this.app.clock.pass(Duration.ofMinutes(1));
		Session third = this.app.browser();
		assertThat(this.sessions.of("huginn")).extracting(Session::id).containsExactly(third.id(), first.id());
		assertThat(this.app.revocations.isSessionRevoked(second.id())).isTrue();
		assertThat(this.app.actions()).contains(TokenAction.DISPLACED);
	}

	@Test
	void whenAClockIsAheadThenTheNewSessionIsNotTheOneThatEnds() {
		this.app.clock.pass(Duration.ofMinutes(5));
		this.app.browser();
		this.app.browser();
		this.app.clock.pass(Duration.ofMinutes(-5));
		assertThat(this.sessions.find(this.app.browser().id())).isNotNull();
		assertThat(this.sessions.of("huginn")).hasSize(2);
	}

	@Test
	void whenSessionsAreOfOtherKindsThenTheyDoNotDisplaceEachOther() {
		this.app.browser();
		this.app.browser();
		this.app.login();
		this.app.login();
		assertThat(this.sessions.of("huginn")).hasSize(4);
	}

	@Test
	void whenManyLogInAtOnceThenTheLimitHolds() {
		Together.run(20, this.app::browser);
		assertThat(this.sessions.of("huginn")).hasSizeLessThanOrEqualTo(2);
	}

	@Test
	void whenAllEndThenAllThatWasIssuedIsVoid() {
		Session session = this.app.browser();
		this.app.login();
		this.app.clock.pass(Duration.ofSeconds(1));
		this.sessions.endAll("huginn", null);
		assertThat(this.sessions.of("huginn")).isEmpty();
		assertThat(this.app.revocations.knownEpochOf("huginn")).isGreaterThan(session.epoch());
	}

	@Test
	void whenAllEndButOneThenThatOneGoesOn() {
		Session spared = this.app.browser();
		this.app.browser();
		this.sessions.endAll("huginn", spared.id());
		assertThat(this.sessions.of("huginn")).extracting(Session::id).containsExactly(spared.id());
		assertThat(this.sessions.of("huginn").get(0).epoch()).isEqualTo(this.app.revocations.knownEpochOf("huginn"));
	}

	@Test
	void whenRefreshedThenAllGoOnUnderTheNewEpoch() {
		this.app.browser();
		this.app.login();
		this.sessions.refreshAll("huginn");
		assertThat(this.sessions.of("huginn")).hasSize(2)
			.allMatch((session) -> session.epoch() == this.app.revocations.knownEpochOf("huginn"));
	}

	@Test
	void whenUserWasRevokedThenRefreshingLiftsNoVoidSession() {
		Session stolen = this.app.browser();
		this.app.revocations.revokeUser("huginn");
		this.sessions.refreshAll("huginn");
		assertThat(this.app.store.find(stolen.id())).isNull();
	}

	@Test
	void whenALoginIsStoredAfterAllEndedThenRefreshingEndsIt() {
		SessionOrigin origin = new SessionOrigin(SessionKind.BROWSER, "203.0.113.7", "");
		this.sessions.endAll("huginn", null);
		Session late = this.sessions.open(new SessionStart("huginn", origin, 0, null));
		this.sessions.refreshAll("huginn");
		assertThat(this.app.store.find(late.id())).isNull();
	}

	@Test
	void whenTheSparedSessionIsVoidThenItEndsAsWell() {
		Session spared = this.app.browser();
		this.app.revocations.revokeUser("huginn");
		this.sessions.endAll("huginn", spared.id());
		assertThat(this.app.store.find(spared.id())).isNull();
	}

	@Test
	void whenSessionIsVoidThenNotListed() {
		this.app.browser();
		this.app.revocations.revokeUser("huginn");
		assertThat(this.sessions.of("huginn")).isEmpty();
	}

	@Test
	void whenManyRefreshAtOnceThenNoSessionIsLeftBehind() {
		this.app.browser();
		this.app.login();
		Together.run(10, () -> {
			this.sessions.refreshAll("huginn");
			return 0;
		});
		assertThat(this.sessions.of("huginn")).hasSize(2)
			.allMatch((session) -> session.epoch() == this.app.revocations.knownEpochOf("huginn"));
	}

	/** O6. */
	@Test
	void whenAgentForgesLogLinesThenPrintableAndBounded() {
		SessionOrigin origin = new SessionOrigin(SessionKind.CLIENT, "::1",
				"a\r\nb\u001b[31m\u2028" + "x".repeat(1000));
		assertThat(origin.agent()).startsWith("a??b?[31m?x").hasSize(200);
	}

	@Test
	void whenLimitsCannotWorkThenRefused() {
		Duration hour = Duration.ofHours(1);
		assertThatIllegalArgumentException().isThrownBy(() -> new SessionLimits(Duration.ZERO, hour, 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new SessionLimits(hour, Duration.ofMillis(999), 1));
		assertThatIllegalArgumentException().isThrownBy(() -> new SessionLimits(hour, hour, 0));
	}

	@Test
	void whenSomethingHappensThenTheEventNamesUserSessionAndAddress() {
		Session session = this.app.browser();
		assertThat(this.app.events)
			.containsExactly(new TokenChanged(TokenAction.ISSUED, "huginn", session.id(), "203.0.113.7"));
	}

}
