package dev.authgate.spring.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.authgate.ExpiringStore;
import dev.authgate.Printable;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;

/**
 * Audit events in the application's database.
 * <p>
 * Safe for use by several threads.
 */
public final class AuditTable implements ExpiringStore {

	/** The most events that are found, the newest ones. */
	public static final int MAX_FOUND = 1_000;

	private static final int MAX_TYPE = 255;

	private static final String INSERT = "INSERT INTO authgate_audit_event (id, happened_at, principal, type, data)"
			+ " VALUES (?, ?, ?, ?, ?)";

	private static final String UNREADABLE = "{\"data\":\"unreadable\"}";

	private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {
	};

	// Half a surrogate pair is no character, and a database refuses it.
	private final JsonMapper json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

	private final JdbcAccess database;

	private final Duration retention;

	/**
	 * Describes the table.
	 * @param database the database
	 * @param retention how long events are kept
	 */
	public AuditTable(JdbcAccess database, Duration retention) {
		this.database = database;
		this.retention = retention;
	}

	/**
	 * Makes what is to be written of an event, in a form that the table takes.
	 * @param event the event
	 * @return the same, serialised, with texts bounded and cleaned
	 */
	public Prepared prepare(Row event) {
		String data;
		try {
			data = this.json.writeValueAsString(event.data());
		}
		catch (JacksonException ex) {
			data = UNREADABLE;
		}
		String type = Printable.line(event.type());
		return new Prepared(event.happenedAt(), Printable.line(event.principal()),
				(type.length() > MAX_TYPE) ? type.substring(0, MAX_TYPE) : type, data);
	}

	/**
	 * Writes events, all or none.
	 * @param rows the events
	 */
	public void write(List<Prepared> rows) {
		this.database.batch(INSERT, rows.stream().map(AuditTable::values).toList());
	}

	/**
	 * Tells why events could not be written.
	 * @param failure what {@link #write} threw
	 * @return {@code true} if the database refused what they hold; {@code false} if it
	 * was not there, or the table was not
	 */
	public static boolean isRefusal(RuntimeException failure) {
		return failure instanceof NonTransientDataAccessException
				&& !(failure instanceof NonTransientDataAccessResourceException
						|| failure instanceof InvalidDataAccessResourceUsageException);
	}

	/**
	 * Finds events.
	 * @param principal whose, {@code null} for anybody's
	 * @param after after which time, {@code null} for any
	 * @param type of which type, {@code null} for any
	 * @return the newest of them, the oldest of those first
	 */
	public List<Row> find(@Nullable String principal, @Nullable Instant after, @Nullable String type) {
		List<Row> rows = new ArrayList<>(this.database.inTransaction((client) -> client.sql("""
				SELECT happened_at, principal, type, data FROM authgate_audit_event WHERE happened_at > :after
				AND (:anybody OR principal = :principal) AND (:anything OR type = :type)
				ORDER BY happened_at DESC LIMIT :limit
				""")
			.param("after", (after != null) ? after.toEpochMilli() : Long.MIN_VALUE)
			.param("anybody", principal == null)
			.param("principal", (principal != null) ? Printable.line(principal) : "")
			.param("anything", type == null)
			.param("type", (type != null) ? type : "")
			.param("limit", MAX_FOUND)
			.query((row, number) -> new Row(Instant.ofEpochMilli(row.getLong(1)), row.getString(2), row.getString(3),
					this.json.readValue(row.getString(4), DATA)))
			.list()));
		Collections.reverse(rows);
		return rows;
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.database.inTransaction((client) -> client.sql("""
				DELETE FROM authgate_audit_event WHERE id IN (SELECT id FROM (SELECT id FROM authgate_audit_event
				WHERE happened_at <= :end ORDER BY happened_at LIMIT :limit) expired)
				""").param("end", now.minus(this.retention).toEpochMilli()).param("limit", limit).update());
	}

	private static Object[] values(Prepared row) {
		return new Object[] { UUID.randomUUID().toString(), row.happenedAt().toEpochMilli(), row.principal(),
				row.type(), row.data() };
	}

	/**
	 * An event.
	 *
	 * @param happenedAt when it happened
	 * @param principal to whom
	 * @param type what happened
	 * @param data what else is known of it
	 */
	public record Row(Instant happenedAt, String principal, String type, Map<String, ?> data) {
	}

	/**
	 * An event as it is written.
	 *
	 * @param happenedAt when it happened
	 * @param principal to whom
	 * @param type what happened
	 * @param data what else is known of it, as JSON
	 */
	public record Prepared(Instant happenedAt, String principal, String type, String data) {
	}

}
