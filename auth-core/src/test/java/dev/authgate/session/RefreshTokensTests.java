package dev.authgate.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.TokenAction;
import dev.authgate.contract.HostileTexts;
import dev.authgate.contract.session.Together;
import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.session.RefreshResult.Refreshed;
import dev.authgate.session.RefreshResult.Refused;
import dev.authgate.session.RefreshResult.ScopeExceeded;
import dev.authgate.session.user.SessionUser;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * F36, BEHAVIOURS of refresh tokens: each is good once, and never for more than before.
 */
class RefreshTokensTests {

	private final TestSessionApp app = new TestSessionApp(Duration.ZERO);

	@Test
	void whenUsedThenTheNextOneIsGoodAndTheUserIsCurrent() {
		Refreshed first = refreshed(this.app.login().refreshToken());
		assertThat(first.user().roles()).containsExactly("clerk");
		this.app.granted.set(1);
		assertThat(refreshed(first.next()).user().granted()).containsExactly("threads:read");
		assertThat(this.app.actions()).containsExactly(TokenAction.ISSUED, TokenAction.REFRESHED,
				TokenAction.REFRESHED);
	}

	@Test
	void whenMadeThenItHasThe79CharactersOfItsForm() {
		assertThat(this.app.login().refreshToken().reveal()).matches("rt_[A-Za-z0-9]{76}");
	}

	@Test
	void whenUsedASecondTimeThenRefusedAndTheSessionEnds() {
		OpenedSession opened = this.app.login();
		Refreshed first = refreshed(opened.refreshToken());
		assertRefused(opened.refreshToken(), RejectionReason.REVOKED);
		assertRefused(first.next(), RejectionReason.UNKNOWN);
		assertThat(this.app.revocations.isSessionRevoked(opened.session().id())).isTrue();
		assertThat(this.app.actions()).contains(TokenAction.REUSED);
	}

	@Test
	void whenOneLongUsedUpIsUsedThenTheSessionEnds() {
		OpenedSession opened = this.app.login();
		Refreshed last = refreshed(refreshed(refreshed(opened.refreshToken()).next()).next());
		assertRefused(opened.refreshToken(), RejectionReason.REVOKED);
		assertRefused(last.next(), RejectionReason.UNKNOWN);
	}

	@Test
	void whenMadeUpForASessionThenTheSessionGoesOn() {
		OpenedSession opened = this.app.login();
		String forged = "rt_" + opened.session().id() + RandomText.of(54);
		assertRefused(Secret.of(forged), RejectionReason.UNKNOWN);
		assertThat(refreshed(opened.refreshToken())).isNotNull();
	}

	@Test
	void whenTextIsHostileThenUnknown() {
		Secret good = this.app.login().refreshToken();
		List<String> texts = new ArrayList<>(HostileTexts.all());
		texts.addAll(HostileTexts.spellingsOf(good.reveal()));
		texts.add(good.reveal().replace("rt_", "RT_"));
		assertThat(texts).allSatisfy((text) -> {
			assertRefused(Secret.of(text), RejectionReason.UNKNOWN);
			assertThat(this.app.tokens.sessionOf(Secret.of(text))).isNull();
		});
	}

	@Test
	void whenLeftUnusedThenExpired() {
		Secret token = this.app.login().refreshToken();
		this.app.clock.pass(Duration.ofDays(30));
		assertRefused(token, RejectionReason.EXPIRED);
	}

	@Test
	void whenUsedNowAndThenThenItLastsNoLongerThanTheLimit() {
		Secret token = this.app.login().refreshToken();
		for (int i = 0; i < 4; i++) {
			this.app.clock.pass(Duration.ofDays(20));
			token = refreshed(token).next();
		}
		this.app.clock.pass(Duration.ofDays(10));
		assertRefused(token, RejectionReason.EXPIRED);
	}

	/** K19. */
	@Test
	void whenUserIsDisabledThenRefusedAndTheSessionEnds() {
		Secret token = this.app.login().refreshToken();
		this.app.disabled.add("huginn");
		assertRefused(token, RejectionReason.DISABLED);
		this.app.disabled.clear();
		assertRefused(token, RejectionReason.UNKNOWN);
	}

	/** E18. */
	@Test
	void whenUserWasRevokedThenRefused() {
		Secret token = this.app.login().refreshToken();
		this.app.revocations.revokeUser("huginn");
		assertRefused(token, RejectionReason.REVOKED);
	}

	/** E18: who logs in with the old password while it is changed is out as well. */
	@Test
	void whenEpochWasReadBeforeAChangeThenRefused() {
		SessionStart start = new SessionStart("huginn", new SessionOrigin(SessionKind.CLIENT, "", ""),
				this.app.revocations.epochOf("huginn"), null);
		this.app.sessions.endAll("huginn", null);
		assertRefused(this.app.sessions.openWithRefreshToken(start).refreshToken(), RejectionReason.REVOKED);
	}

	@Test
	void whenAllSessionsAreRefreshedThenTheTokenIsStillGood() {
		Secret token = this.app.login().refreshToken();
		this.app.sessions.refreshAll("huginn");
		assertThat(refreshed(token).epoch()).isEqualTo(this.app.revocations.knownEpochOf("huginn"));
	}

	@Test
	void whenScopeIsNarrowedThenItStaysNarrow() {
		Refreshed narrow = refreshed(this.app.login().refreshToken(), "threads:read");
		assertThat(narrow.session().scope()).containsExactly("threads:read");
		Refreshed again = refreshed(narrow.next());
		assertThat(again.session().scope()).containsExactly("threads:read");
		assertThat(this.app.refresh(again.next(), "threads:write")).isInstanceOf(ScopeExceeded.class);
	}

	@Test
	void whenScopeIsExceededThenTheTokenCanBeUsedAgain() {
		Secret token = this.app.login().refreshToken();
		for (String scope : new String[] { "threads:delete", "*:*", "threads:*", "threads", "", "a:b:c" }) {
			assertThat(this.app.refresh(token, scope)).isInstanceOf(ScopeExceeded.class);
		}
		assertThat(refreshed(token, "threads:read", "threads:write")).isNotNull();
	}

	@Test
	void whenSessionBeganWithAScopeThenNoMoreThanThat() {
		Secret token = this.app.login(Set.of("threads:read")).refreshToken();
		assertThat(this.app.refresh(token, "threads:write")).isInstanceOf(ScopeExceeded.class);
		assertThat(refreshed(token).session().scope()).containsExactly("threads:read");
	}

	@Test
	void whenWithinTheTimeOfGraceThenTheLastOneIsGoodOnceMore() {
		TestSessionApp lenient = new TestSessionApp(Duration.ofSeconds(10));
		OpenedSession opened = lenient.login();
		lenient.refresh(opened.refreshToken());
		lenient.clock.pass(Duration.ofSeconds(9));
		RefreshResult again = lenient.refresh(opened.refreshToken());
		assertThat(again).isInstanceOf(Refreshed.class);
		lenient.clock.pass(Duration.ofSeconds(1));
		assertThat(lenient.refresh(opened.refreshToken())).isEqualTo(new Refused(RejectionReason.REVOKED, "huginn"));
	}

	@Test
	void whenTheLostAnswerTurnsUpThenTheSessionEnds() {
		TestSessionApp lenient = new TestSessionApp(Duration.ofSeconds(10));
		OpenedSession opened = lenient.login();
		Refreshed lost = (Refreshed) lenient.refresh(opened.refreshToken());
		lenient.refresh(opened.refreshToken());
		assertThat(lenient.refresh(lost.next())).isEqualTo(new Refused(RejectionReason.REVOKED, "huginn"));
	}

	/** Of many uses at once one succeeds, and the others end the session. */
	@Test
	void whenManyUseOneTokenAtOnceThenExactlyOneSucceeds() {
		for (int round = 0; round < 20; round++) {
			Secret token = this.app.login().refreshToken();
			List<RefreshResult> results = Together.run(50, () -> this.app.refresh(token));
			assertThat(results).filteredOn(Refreshed.class::isInstance).hasSize(1);
		}
	}

	@Test
	void whenNoAnswerCanBeMadeThenTheTokenCanBeUsedAgain() {
		OpenedSession opened = this.app.login();
		RefreshTokens failing = this.app.tokens.preparing((next) -> {
			throw new IllegalStateException("no key");
		});
		assertThatIllegalStateException().isThrownBy(() -> failing.refresh(opened.refreshToken(), null, "203.0.113.7"));
		assertThat(refreshed(opened.refreshToken()).session().id()).isEqualTo(opened.session().id());
	}

	@Test
	void whenSessionOfATokenIsAskedThenTheTokenIsNotUsed() {
		OpenedSession opened = this.app.login();
		assertThat(this.app.tokens.sessionOf(opened.refreshToken())).isEqualTo(opened.session());
		Refreshed next = refreshed(opened.refreshToken());
		assertThat(this.app.tokens.sessionOf(opened.refreshToken())).isEqualTo(next.session().withRevision(1));
	}

	@Test
	void whenSessionChangesAgainAndAgainThenThrownAndTheTokenIsNotUsedUp() {
		Secret token = this.app.login().refreshToken();
		AtomicInteger changes = new AtomicInteger();
		RefreshTokens busy = new RefreshTokens(this.app.sessions, (id) -> {
			Session session = this.app.sessions.of(id).get(0);
			assertThat(this.app.store.replace(session.usedAt(this.app.clock.instant()))).isTrue();
			changes.incrementAndGet();
			return new SessionUser(AuthUser.of(id), Set.of(), PermissionSet.of("threads:read"));
		});
		assertThatIllegalStateException().isThrownBy(() -> busy.refresh(token, null, "203.0.113.8"));
		assertThat(changes).hasValue(5);
		assertThat(refreshed(token)).isNotNull();
	}

	@Test
	void whenStoredThenNothingThatCouldBeSent() {
		OpenedSession opened = this.app.login();
		String secret = opened.refreshToken().reveal().substring(25);
		assertThat(opened.toString() + this.app.store.find(opened.session().id()))
			.doesNotContain(secret.substring(0, 27))
			.doesNotContain(secret.substring(27));
	}

	private Refreshed refreshed(Secret token, String... scope) {
		RefreshResult result = this.app.refresh(token, scope);
		assertThat(result).isInstanceOf(Refreshed.class);
		return (Refreshed) result;
	}

	private void assertRefused(Secret token, RejectionReason reason) {
		String userId = (reason != RejectionReason.UNKNOWN) ? "huginn" : null;
		assertThat(this.app.refresh(token)).isEqualTo(new Refused(reason, userId));
	}

}
