package dev.authgate.spring.store;

import java.time.Instant;

import dev.authgate.secret.SecretDigest;
import dev.authgate.ticket.Ticket;
import dev.authgate.ticket.TicketStore;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in a store that is waited for no longer than a deadline.
 *
 * @param store the store
 * @param deadline the deadline
 */
public record DeadlineTicketStore(TicketStore store, Deadline deadline) implements TicketStore {

	@Override
	public void put(Ticket ticket) {
		this.deadline.call(() -> {
			this.store.put(ticket);
			return Boolean.TRUE;
		});
	}

	@Override
	public @Nullable Ticket take(SecretDigest digest) {
		return this.deadline.<@Nullable Ticket>call(() -> this.store.take(digest));
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.store.deleteExpired(now, limit);
	}

}
