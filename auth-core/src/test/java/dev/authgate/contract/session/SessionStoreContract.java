package dev.authgate.contract.session;

import java.util.Set;

import dev.authgate.secret.SecretDigest;
import dev.authgate.session.RefreshState;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionOrigin;
import dev.authgate.session.SessionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of sessions does, wherever it keeps them.
 */
public abstract class SessionStoreContract {

	/**
	 * Makes the store to be checked.
	 * @return a store without sessions
	 */
	protected abstract SessionStore store();

	@Test
	void whenSessionIsInsertedThenFoundAsItWas() {
		SessionStore store = store();
		store.insert(TestSessions.full("s1", "huginn"));
		store.insert(TestSessions.plain("s2", "huginn"));
		assertThat(store.find("s1")).isEqualTo(TestSessions.full("s1", "huginn"));
		assertThat(store.find("s2")).isEqualTo(TestSessions.plain("s2", "huginn"));
	}

	@ParameterizedTest
	@EnumSource(SessionKind.class)
	void whenSessionIsOfAnyKindThenOfThatKind(SessionKind kind) {
		SessionStore store = store();
		Session plain = TestSessions.plain("s1", "huginn");
		store.insert(new Session("s1", "huginn", new SessionOrigin(kind, "", ""), plain.lifetime(), 0, null, null, 0));
		assertThat(store.find("s1")).extracting((session) -> session.origin().kind()).isEqualTo(kind);
	}

	@Test
	void whenScopeIsEmptyThenNotForgotten() {
		SessionStore store = store();
		store.insert(TestSessions.plain("s1", "huginn"));
		Session limited = new Session("s2", "huginn", TestSessions.plain("s2", "").origin(),
				TestSessions.plain("s2", "").lifetime(), 0, Set.of(), null, 0);
		store.insert(limited);
		assertThat(store.find("s2")).isEqualTo(limited);
	}

	@Test
	void whenUserIdIsOddThenFoundByIt() {
		SessionStore store = store();
		String odd = "J\u00fcrgen \ud83d\ude00 ' \" \\ % _ {x} *";
		store.insert(TestSessions.full("s1", odd));
		assertThat(store.findByUser(odd)).containsExactly(TestSessions.full("s1", odd));
		assertThat(store.findByUser("J\u00fcrgen")).isEmpty();
	}

	@Test
	void whenIdDiffersInCaseThenNotFound() {
		SessionStore store = store();
		store.insert(TestSessions.plain("aBc", "huginn"));
		assertThat(store.find("abc")).isNull();
		assertThat(store.findByUser("HUGINN")).isEmpty();
	}

	@Test
	void whenUserHasSeveralThenAllOfThemAreFound() {
		SessionStore store = store();
		store.insert(TestSessions.plain("s1", "huginn"));
		store.insert(TestSessions.full("s2", "huginn"));
		store.insert(TestSessions.plain("s3", "muninn"));
		assertThat(store.findByUser("huginn")).extracting(Session::id).containsExactlyInAnyOrder("s1", "s2");
	}

	@Test
	void whenReplacedThenStoredWithTheNextRevision() {
		SessionStore store = store();
		store.insert(TestSessions.plain("s1", "huginn"));
		Session changed = withRefresh(TestSessions.plain("s1", "huginn"), "next");
		assertThat(store.replace(changed)).isTrue();
		assertThat(store.find("s1")).isEqualTo(changed.withRevision(1));
		assertThat(store.findByUser("huginn")).containsExactly(changed.withRevision(1));
	}

	@Test
	void whenReplacedByWhatWasReadBeforeThenNothingChanges() {
		SessionStore store = store();
		store.insert(TestSessions.full("s1", "huginn"));
		Session read = TestSessions.full("s1", "huginn");
		store.replace(withRefresh(read, "first"));
		assertThat(store.replace(withRefresh(read, "second"))).isFalse();
		assertThat(store.find("s1")).isEqualTo(withRefresh(read, "first").withRevision(1));
	}

	@Test
	void whenReplacedAfterItWasRemovedThenItStaysRemoved() {
		SessionStore store = store();
		store.insert(TestSessions.plain("s1", "huginn"));
		store.delete("s1");
		assertThat(store.replace(TestSessions.plain("s1", "huginn"))).isFalse();
		assertThat(store.find("s1")).isNull();
	}

	@Test
	void whenRemovedThenGoneOnce() {
		SessionStore store = store();
		store.insert(TestSessions.full("s1", "huginn"));
		assertThat(store.delete("s1")).isTrue();
		assertThat(store.delete("s1")).isFalse();
		assertThat(store.find("s1")).isNull();
		assertThat(store.findByUser("huginn")).isEmpty();
	}

	@Test
	void whenNothingIsThereThenNothingIsFound() {
		assertThat(store().find("s1")).isNull();
		assertThat(store().findByUser("huginn")).isEmpty();
		assertThat(store().deleteExpired(TestSessions.BEGIN, 10)).isZero();
	}

	@Test
	void whenManyReplaceOneRevisionThenOneSucceeds() {
		SessionStore store = store();
		store.insert(TestSessions.full("s1", "huginn"));
		assertThat(Together.run(50, () -> store.replace(TestSessions.full("s1", "huginn")))).containsOnlyOnce(true)
			.hasSize(50);
		assertThat(store.find("s1")).isEqualTo(TestSessions.full("s1", "huginn").withRevision(1));
	}

	private static Session withRefresh(Session session, String current) {
		RefreshState refresh = new RefreshState(SecretDigest.of("family"), SecretDigest.of(current), null,
				TestSessions.BEGIN);
		return new Session(session.id(), session.userId(), session.origin(), session.lifetime(), session.epoch(),
				session.scope(), refresh, session.revision());
	}

}
