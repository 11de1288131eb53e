package dev.authgate.ticket;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in this process's memory, a bounded number of them.
 * <p>
 * Where there is no room left, the oldest gives way. Safe for use by several threads.
 */
public final class InMemoryTicketStore implements TicketStore {

	private static final int DEFAULT_CAPACITY = 100_000;

	private final Map<SecretDigest, Ticket> tickets = new LinkedHashMap<>();

	private final int capacity;

	/**
	 * Makes an empty store for 100,000 tickets.
	 */
	public InMemoryTicketStore() {
		this(DEFAULT_CAPACITY);
	}

	/**
	 * Makes an empty store.
	 * @param capacity the most tickets to keep
	 */
	public InMemoryTicketStore(int capacity) {
		this.capacity = capacity;
	}

	@Override
	public synchronized void put(Ticket ticket) {
		if (this.tickets.size() >= this.capacity) {
			Iterator<Ticket> oldest = this.tickets.values().iterator();
			oldest.next();
			oldest.remove();
		}
		this.tickets.put(ticket.digest(), ticket);
	}

	@Override
	public synchronized @Nullable Ticket take(SecretDigest digest) {
		return this.tickets.remove(digest);
	}

	@Override
	public synchronized int deleteExpired(Instant now, int limit) {
		int removed = 0;
		Iterator<Ticket> each = this.tickets.values().iterator();
		while (each.hasNext() && removed < limit) {
			if (!now.isBefore(each.next().expiresAt())) {
				each.remove();
				removed++;
			}
		}
		return removed;
	}

}
