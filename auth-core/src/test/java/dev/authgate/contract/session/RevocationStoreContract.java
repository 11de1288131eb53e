package dev.authgate.contract.session;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;

import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.revocation.RevocationStore.Changes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of revocations does, wherever it keeps them.
 */
public abstract class RevocationStoreContract {

	private static final Instant UNTIL = Instant.parse("2100-05-01T12:00:00.123Z");

	/**
	 * Makes the store to be checked.
	 * @return a store without revocations
	 */
	protected abstract RevocationStore store();

	@Test
	void whenRaisedThenFoundAsItWas() {
		RevocationStore store = store();
		for (RevocationKind kind : RevocationKind.values()) {
			Revocation revocation = new Revocation(kind, "a b/c:d \ud83d\ude00 'e'", 1_777_000_000_123L, UNTIL);
			assertThat(store.raise(revocation)).isEqualTo(revocation);
			assertThat(store.find(kind, revocation.id())).isEqualTo(revocation);
		}
	}

	@Test
	void whenIdIsLongThenFoundByIt() {
		RevocationStore store = store();
		String id = "https://issuer.example/" + "x".repeat(5000);
		store.raise(new Revocation(RevocationKind.TOKEN, id, 1, UNTIL));
		assertThat(store.find(RevocationKind.TOKEN, id)).isNotNull();
		assertThat(store.find(RevocationKind.TOKEN, id + "x")).isNull();
	}

	@Test
	void whenSomethingElseIsAskedThenNothing() {
		RevocationStore store = store();
		store.raise(user("Huginn", 5));
		assertThat(store.find(RevocationKind.USER, "huginn")).isNull();
		assertThat(store.find(RevocationKind.SESSION, "Huginn")).isNull();
		assertThat(store.find(RevocationKind.USER, "Huginn ")).isNull();
	}

	@Test
	void whenRaisedAgainThenTheEpochRises() {
		RevocationStore store = store();
		store.raise(user("huginn", 100));
		assertThat(store.raise(user("huginn", 100)).epoch()).isEqualTo(101);
		assertThat(store.raise(user("huginn", 50)).epoch()).isEqualTo(102);
		assertThat(store.raise(user("huginn", 200)).epoch()).isEqualTo(200);
	}

	@Test
	void whenRaisedAgainThenTheLongerTimeCounts() {
		RevocationStore store = store();
		store.raise(user("huginn", 1));
		Revocation shorter = new Revocation(RevocationKind.USER, "huginn", 1, UNTIL.minusSeconds(5));
		assertThat(store.raise(shorter).until()).isEqualTo(UNTIL);
		assertThat(store.find(RevocationKind.USER, "huginn")).isEqualTo(user("huginn", 2));
	}

	@Test
	void whenChangesAreAskedFromTheBeginningThenAllOfThem() {
		RevocationStore store = store();
		store.raise(user("huginn", 1));
		store.raise(user("muninn", 2));
		assertThat(store.changesSince(0).revocations()).containsExactlyInAnyOrder(user("huginn", 1), user("muninn", 2));
	}

	@Test
	void whenChangesAreAskedAgainThenAtLeastTheNewOnes() {
		RevocationStore store = store();
		store.raise(user("huginn", 1));
		Changes first = store.changesSince(0);
		store.raise(user("muninn", 2));
		store.raise(user("huginn", 9));
		Changes second = store.changesSince(first.cursor());
		assertThat(second.revocations()).contains(user("muninn", 2), user("huginn", 9));
		assertThat(second.cursor()).isGreaterThanOrEqualTo(first.cursor());
	}

	@Test
	void whenNothingIsStoredThenNoChanges() {
		assertThat(store().changesSince(0).revocations()).isEmpty();
	}

	@Test
	void whenCursorIsAheadOfTheStoreThenNothingIsMissed() {
		RevocationStore store = store();
		store.raise(user("huginn", 1));
		Changes changes = store.changesSince(Long.MAX_VALUE);
		assertThat(changes.revocations()).containsExactly(user("huginn", 1));
		store.raise(user("muninn", 2));
		assertThat(store.changesSince(changes.cursor()).revocations()).contains(user("muninn", 2));
	}

	@Test
	void whenThereAreManyThenAllAreChanges() {
		RevocationStore store = store();
		for (int i = 0; i < 2500; i++) {
			store.raise(user("user " + i, 1));
		}
		Set<String> seen = new HashSet<>();
		long cursor = follow(store, 0, seen);
		assertThat(seen).hasSize(2500);
		assertThat(store.changesSince(cursor).complete()).isTrue();
	}

	/** O10. */
	@Test
	void whenExpiredThenRemovedUpToTheLimit() {
		RevocationStore store = store();
		for (String id : List.of("a", "b", "c")) {
			store.raise(new Revocation(RevocationKind.TOKEN, id, 1, UNTIL.minusSeconds(5)));
		}
		store.raise(user("huginn", 1));
		assertThat(store.deleteExpired(UNTIL.minusSeconds(5), 2)).isEqualTo(2);
		assertThat(store.deleteExpired(UNTIL.minusSeconds(5), 2)).isEqualTo(1);
		assertThat(store.changesSince(0).revocations()).containsExactly(user("huginn", 1));
	}

	@Test
	void whenManyRaiseThenEpochsAreDistinct() {
		RevocationStore store = store();
		List<Long> epochs = Together.run(50, () -> store.raise(user("huginn", 1000)).epoch());
		assertThat(epochs).doesNotHaveDuplicates().hasSize(50).allMatch((epoch) -> epoch >= 1000);
		assertThat(store.find(RevocationKind.USER, "huginn")).isEqualTo(user("huginn", 1049));
	}

	@Test
	void whenManyRaiseWhileAllFollowThenNoneIsLost() {
		RevocationStore store = store();
		AtomicInteger number = new AtomicInteger();
		CyclicBarrier raised = new CyclicBarrier(8);
		List<Set<String>> seen = Together.run(8, () -> {
			Set<String> ids = new HashSet<>();
			long cursor = 0;
			for (int i = 0; i < 20; i++) {
				store.raise(user("user " + number.incrementAndGet(), 1));
				cursor = follow(store, cursor, ids);
			}
			raised.await();
			follow(store, cursor, ids);
			return ids;
		});
		assertThat(seen).allSatisfy((ids) -> assertThat(ids).hasSize(160));
	}

	private static long follow(RevocationStore store, long cursor, Set<String> seen) {
		Changes changes = store.changesSince(cursor);
		changes.revocations().forEach((revocation) -> seen.add(revocation.id()));
		return changes.complete() ? changes.cursor() : follow(store, changes.cursor(), seen);
	}

	private static Revocation user(String id, long epoch) {
		return new Revocation(RevocationKind.USER, id, epoch, UNTIL);
	}

}
