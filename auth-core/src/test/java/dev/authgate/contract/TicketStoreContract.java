package dev.authgate.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

import dev.authgate.secret.SecretDigest;
import dev.authgate.ticket.Ticket;
import dev.authgate.ticket.TicketStore;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every store of tickets does, wherever it keeps them.
 */
public abstract class TicketStoreContract {

	private static final Instant EXPIRY = Instant.now().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofHours(1));

	/**
	 * Makes the store to be checked.
	 * @return an empty store
	 */
	protected abstract TicketStore store();

	@Test
	void whenPutThenTakenAsItWas() {
		TicketStore store = storeWith("a");
		Ticket taken = store.take(SecretDigest.of("a"));
		assertThat(taken).isEqualTo(ticket("a", EXPIRY));
	}

	@Test
	void whenTextsAreLongOrForeignThenTakenAsTheyWere() {
		TicketStore store = store();
		Ticket ticket = new Ticket(SecretDigest.of("a"), "/" + "p".repeat(254),
				"{\"a\":\"\u00e9\ud83d\ude00\"}".repeat(5000), Long.MAX_VALUE, EXPIRY);
		store.put(ticket);
		assertThat(store.take(SecretDigest.of("a"))).isEqualTo(ticket);
	}

	@Test
	void whenTakenThenGone() {
		TicketStore store = storeWith("a");
		assertThat(store.take(SecretDigest.of("a"))).isNotNull();
		assertThat(store.take(SecretDigest.of("a"))).isNull();
	}

	@Test
	void whenUnknownThenNothing() {
		assertThat(storeWith("a").take(SecretDigest.of("b"))).isNull();
	}

	@Test
	void whenSeveralArePutThenEachIsTaken() {
		TicketStore store = storeWith("a");
		store.put(ticket("b", EXPIRY));
		assertThat(store.take(SecretDigest.of("b"))).isNotNull();
		assertThat(store.take(SecretDigest.of("a"))).isNotNull();
	}

	@Test
	void whenManyTakeAtOnceThenOneGetsIt() {
		TicketStore store = storeWith("a");
		assertThat(Race.of(50, (i) -> store.take(SecretDigest.of("a")) != null)).containsOnlyOnce(true);
	}

	@Test
	void whenExpiredAreDeletedThenOthersStay() {
		TicketStore store = storeWith("a");
		store.put(ticket("b", EXPIRY.plusMillis(1)));
		store.deleteExpired(EXPIRY, 10);
		assertThat(Objects.requireNonNull(store.take(SecretDigest.of("b"))).digest()).isEqualTo(SecretDigest.of("b"));
	}

	private TicketStore storeWith(String text) {
		TicketStore store = store();
		store.put(ticket(text, EXPIRY));
		return store;
	}

	private static Ticket ticket(String text, Instant expiry) {
		return new Ticket(SecretDigest.of(text), "/talk", "{}", 5, expiry);
	}

}
