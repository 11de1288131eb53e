package dev.authgate.ticket;

import java.time.Instant;

import dev.authgate.contract.TicketStoreContract;
import dev.authgate.secret.SecretDigest;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class InMemoryTicketStoreTests extends TicketStoreContract {

	private static final Instant EXPIRY = Instant.parse("2026-01-01T00:00:30Z");

	@Override
	protected TicketStore store() {
		return new InMemoryTicketStore();
	}

	@Test
	void whenThereIsNoRoomThenOldestGivesWay() {
		TicketStore store = new InMemoryTicketStore(2);
		put(store, "a", "b", "c");
		assertThat(store.take(SecretDigest.of("a"))).isNull();
		assertThat(store.take(SecretDigest.of("b"))).isNotNull();
	}

	@Test
	void whenExpiredAreDeletedThenNoMoreThanSaid() {
		TicketStore store = store();
		put(store, "a", "b", "c");
		assertThat(store.deleteExpired(EXPIRY.minusMillis(1), 10)).isZero();
		assertThat(store.deleteExpired(EXPIRY, 2)).isEqualTo(2);
		assertThat(store.take(SecretDigest.of("c"))).isNotNull();
	}

	private static void put(TicketStore store, String... texts) {
		for (String text : texts) {
			store.put(new Ticket(SecretDigest.of(text), "/talk", "{}", 0, EXPIRY));
		}
	}

}
