package dev.authgate.session;

import java.time.Duration;

import dev.authgate.contract.session.SweptSessionStoreContract;
import dev.authgate.contract.session.TestSessions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemorySessionStoreTests extends SweptSessionStoreContract {

	@Override
	protected SessionStore store() {
		return new InMemorySessionStore(100);
	}

	/** K12. */
	@Test
	void whenFullThenTheOneThatExpiresFirstMakesRoom() {
		SessionStore store = new InMemorySessionStore(2);
		store.insert(TestSessions.full("s1", "huginn"));
		store.insert(TestSessions.plain("s2", "huginn"));
		store.insert(TestSessions.full("s3", "muninn"));
		assertThat(store.find("s2")).isNull();
		assertThat(store.find("s1")).isNotNull();
	}

	/** K12. */
	@Test
	void whenOthersHaveExpiredThenTheyMakeRoom() {
		InMemorySessionStore store = new InMemorySessionStore(2);
		store.insert(TestSessions.plain("s1", "huginn"));
		Session later = TestSessions.full("s2", "huginn");
		SessionLifetime lifetime = SessionLifetime.from(TestSessions.BEGIN.plus(Duration.ofHours(1)),
				TestSessions.rules(Duration.ZERO).client());
		store.insert(new Session("s2", "huginn", later.origin(), lifetime, 0, null, null, 0));
		assertThat(store.find("s1")).isNull();
	}

	@Test
	void whenItCouldKeepNothingThenRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new InMemorySessionStore(0));
	}

}
