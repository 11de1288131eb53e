package dev.authgate.spring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.authgate.revocation.Revocation;
import dev.authgate.revocation.RevocationKind;
import dev.authgate.revocation.RevocationStore;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Revocations in the application's database, in the table {@code authgate_revocation}.
 * <p>
 * Every change takes the next number out of one row of
 * {@code authgate_revocation_number}, which stays locked until the change is committed:
 * numbers become visible in their order, and whoever has seen one has seen all before it,
 * whatever any clock shows. Safe for use by several threads and nodes.
 */
public final class JdbcRevocationStore implements RevocationStore {

	// The row is missing once, and then several may put it there.
	private static final int ATTEMPTS = 10;

	private static final int PAGE = 1000;

	private static final String WHERE = " WHERE kind = ? AND id = ?";

	private static final String SELECT = "SELECT kind, id, epoch, until_at FROM authgate_revocation";

	private static final String UPDATE = """
			UPDATE authgate_revocation SET change_number = ?,
				epoch = CASE WHEN epoch + 1 > ? THEN epoch + 1 ELSE ? END,
				until_at = CASE WHEN until_at > ? THEN until_at ELSE ? END
			""";

	private final JdbcAccess database;

	/**
	 * Makes the store of a database.
	 * @param database the database
	 */
	public JdbcRevocationStore(JdbcAccess database) {
		this.database = database;
	}

	@Override
	public Revocation raise(Revocation revocation) {
		for (int attempt = 1;; attempt++) {
			try {
				return this.database.inTransaction((client) -> raise(client, revocation));
			}
			catch (DataIntegrityViolationException | ConcurrencyFailureException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	@Override
	public @Nullable Revocation find(RevocationKind kind, String id) {
		Revocation asked = new Revocation(kind, id, 0, Instant.EPOCH);
		return this.database.inTransaction((client) -> select(client, asked));
	}

	// The number before the rows: a change that comes between them comes again. Numbers
	// behind the one that was seen are those of a database that was restored.
	@Override
	public Changes changesSince(long cursor) {
		return this.database.inTransaction((client) -> {
			long last = client.sql("SELECT last_number FROM authgate_revocation_number WHERE id = 1")
				.query(Long.class)
				.optional()
				.orElse(0L);
			return (last == cursor) ? new Changes(List.of(), last, true)
					: changes(client, (last < cursor) ? 0 : cursor, last);
		});
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.database.inTransaction((client) -> {
			int deleted = 0;
			List<Revocation> expired = client.sql(SELECT + " WHERE until_at <= ? ORDER BY until_at LIMIT ?")
				.params(now.toEpochMilli(), limit)
				.query((row, number) -> revocation(row))
				.list();
			for (Revocation revocation : expired) {
				deleted += client.sql("DELETE FROM authgate_revocation" + WHERE + " AND until_at <= ?")
					.params(revocation.kind().name(), revocation.id(), now.toEpochMilli())
					.update();
			}
			return deleted;
		});
	}

	private static Changes changes(JdbcClient client, long from, long last) {
		List<Numbered> page = client
			.sql("SELECT kind, id, epoch, until_at, change_number FROM authgate_revocation WHERE change_number > ?"
					+ " ORDER BY change_number LIMIT ?")
			.params(from, PAGE)
			.query((row, number) -> new Numbered(revocation(row), row.getLong("change_number")))
			.list();
		boolean complete = page.size() < PAGE;
		return new Changes(page.stream().map(Numbered::revocation).toList(),
				complete ? last : page.get(PAGE - 1).number(), complete);
	}

	private static Revocation raise(JdbcClient client, Revocation revocation) {
		long number = nextNumber(client);
		long until = revocation.until().toEpochMilli();
		String kind = revocation.kind().name();
		int updated = client.sql(UPDATE + WHERE)
			.params(number, revocation.epoch(), revocation.epoch(), until, until, kind, revocation.id())
			.update();
		if (updated == 0) {
			client.sql(
					"INSERT INTO authgate_revocation (kind, id, epoch, until_at, change_number) VALUES (?, ?, ?, ?, ?)")
				.params(kind, revocation.id(), revocation.epoch(), until, number)
				.update();
			return revocation;
		}
		Revocation raised = select(client, revocation);
		return (raised != null) ? raised : revocation;
	}

	private static long nextNumber(JdbcClient client) {
		int updated = client.sql("UPDATE authgate_revocation_number SET last_number = last_number + 1 WHERE id = 1")
			.update();
		if (updated == 0) {
			client.sql("INSERT INTO authgate_revocation_number (id, last_number) VALUES (1, 1)").update();
		}
		return client.sql("SELECT last_number FROM authgate_revocation_number WHERE id = 1").query(Long.class).single();
	}

	private static @Nullable Revocation select(JdbcClient client, Revocation asked) {
		return client.sql(SELECT + WHERE)
			.params(asked.kind().name(), asked.id())
			.query((row, number) -> revocation(row))
			.optional()
			.orElse(null);
	}

	private static Revocation revocation(ResultSet row) throws SQLException {
		return new Revocation(RevocationKind.valueOf(row.getString("kind")), row.getString("id"), row.getLong("epoch"),
				Instant.ofEpochMilli(row.getLong("until_at")));
	}

	/**
	 * A revocation and the number of its last change.
	 */
	private record Numbered(Revocation revocation, long number) {
	}

}
