package dev.authgate.contract.session;

import java.time.Duration;

import dev.authgate.session.Session;
import dev.authgate.session.SessionStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a store keeps to besides whose expired sessions stay until they are removed.
 */
public abstract class SweptSessionStoreContract extends SessionStoreContract {

	/** O10. */
	@Test
	void whenExpiredThenRemovedUpToTheLimit() {
		SessionStore store = store();
		for (String id : new String[] { "s1", "s2", "s3" }) {
			store.insert(TestSessions.plain(id, "huginn"));
		}
		store.insert(TestSessions.full("s4", "huginn"));
		assertThat(store.deleteExpired(TestSessions.BEGIN.plus(Duration.ofHours(1)), 2)).isEqualTo(2);
		assertThat(store.deleteExpired(TestSessions.BEGIN.plus(Duration.ofHours(1)), 2)).isEqualTo(1);
		assertThat(store.findByUser("huginn")).extracting(Session::id).containsExactly("s4");
	}

	/** O10. */
	@Test
	void whenItWasUsedThenItExpiresLater() {
		SessionStore store = store();
		Session session = TestSessions.plain("s1", "huginn");
		store.insert(session);
		store.replace(
				new Session("s1", "huginn", session.origin(), TestSessions.full("", "").lifetime(), 0, null, null, 0));
		assertThat(store.deleteExpired(TestSessions.BEGIN.plus(Duration.ofHours(1)), 10)).isZero();
		assertThat(store.find("s1")).isNotNull();
	}

}
