package dev.authgate.ticket;

import java.time.Instant;

import dev.authgate.ExpiringStore;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Where tickets are kept.
 * <p>
 * Implementations are safe for use by several threads and nodes, keep times to the
 * millisecond, and throw where they cannot answer. Expired tickets may be given; whoever
 * asks judges the time.
 */
public interface TicketStore extends ExpiringStore {

	/**
	 * Keeps a ticket.
	 * @param ticket the ticket, whose digest is new
	 */
	void put(Ticket ticket);

	/**
	 * Takes a ticket out, which of several callers at once exactly one achieves.
	 * @param digest the digest of the ticket
	 * @return the ticket, or {@code null} if there is none (any longer)
	 */
	@Nullable Ticket take(SecretDigest digest);

	/**
	 * Removes tickets that have expired.
	 * @param now the time
	 * @param limit how many to remove at most
	 * @return how many were removed
	 */
	@Override
	int deleteExpired(Instant now, int limit);

}
