package dev.authgate.spring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.authgate.secret.SecretDigest;
import dev.authgate.ticket.Ticket;
import dev.authgate.ticket.TicketStore;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tickets in the application's database, in the table {@code authgate_ticket}.
 * <p>
 * Safe for use by several threads.
 */
public final class JdbcTicketStore implements TicketStore {

	private final JdbcAccess database;

	/**
	 * Makes the store of a database.
	 * @param database the database
	 */
	public JdbcTicketStore(JdbcAccess database) {
		this.database = database;
	}

	@Override
	public void put(Ticket ticket) {
		this.database.inTransaction((client) -> client
			.sql("INSERT INTO authgate_ticket (digest, path, holder, epoch, expires_at) VALUES (?, ?, ?, ?, ?)")
			.params(ticket.digest().toString(), ticket.path(), ticket.holder(), ticket.epoch(),
					ticket.expiresAt().toEpochMilli())
			.update());
	}

	// The number of rows that were removed decides: it is one for one caller alone.
	@Override
	public @Nullable Ticket take(SecretDigest digest) {
		return this.database.inTransaction((client) -> {
			Ticket ticket = find(client, digest);
			return (ticket != null && delete(client, digest.toString()) == 1) ? ticket : null;
		});
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.database.inTransaction((client) -> {
			List<String> expired = client
				.sql("SELECT digest FROM authgate_ticket WHERE expires_at <= ? ORDER BY expires_at LIMIT ?")
				.params(now.toEpochMilli(), limit)
				.query((row, number) -> row.getString("digest"))
				.list();
			return expired.stream().mapToInt((digest) -> delete(client, digest)).sum();
		});
	}

	private static @Nullable Ticket find(JdbcClient client, SecretDigest digest) {
		return client.sql("SELECT digest, path, holder, epoch, expires_at FROM authgate_ticket WHERE digest = ?")
			.param(digest.toString())
			.query(JdbcTicketStore::read)
			.optional()
			.orElse(null);
	}

	private static int delete(JdbcClient client, String digest) {
		return client.sql("DELETE FROM authgate_ticket WHERE digest = ?").param(digest).update();
	}

	private static Ticket read(ResultSet row, int number) throws SQLException {
		return new Ticket(SecretDigest.parse(row.getString("digest")), row.getString("path"), row.getString("holder"),
				row.getLong("epoch"), Instant.ofEpochMilli(row.getLong("expires_at")));
	}

}
