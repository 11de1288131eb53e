package dev.authgate.spring.jdbc;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import dev.authgate.ExpiringStore;
import dev.authgate.spring.throttle.NamedLimit;
import dev.authgate.spring.throttle.SharedBuckets;
import dev.authgate.spring.throttle.SharedStates;
import dev.authgate.spring.throttle.ThrottleStore;
import io.github.bucket4j.Bucket;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts attempts in the application's database, for all nodes together.
 * <p>
 * Safe for use by several threads.
 */
public final class JdbcThrottleStore implements ThrottleStore, SharedStates, ExpiringStore {

	private static final byte[] REMEMBERED = { 1 };

	private final JdbcAccess database;

	private final Clock clock;

	private final SharedBuckets buckets;

	/**
	 * Makes a store.
	 * @param database the database
	 * @param clock tells the time
	 */
	public JdbcThrottleStore(JdbcAccess database, Clock clock) {
		this.database = database;
		this.clock = clock;
		this.buckets = new SharedBuckets(this, clock);
	}

	@Override
	public Bucket bucket(NamedLimit limit, String subject) {
		return this.buckets.bucket(limit, subject);
	}

	@Override
	public boolean isRemembered(String subject) {
		return find(idOf(subject)) != null;
	}

	@Override
	public void remember(String subject, Duration period) {
		String id = idOf(subject);
		long end = this.clock.instant().plus(period).toEpochMilli();
		boolean known = this.database
			.inTransaction((client) -> client.sql("UPDATE authgate_throttle SET expires_at = :end WHERE id = :id")
				.param("end", end)
				.param("id", id)
				.update()) > 0;
		if (!known) {
			insert(id, REMEMBERED, end);
		}
	}

	@Override
	public byte @Nullable [] find(String id) {
		return this.database.inTransaction(
				(client) -> client.sql("SELECT state FROM authgate_throttle WHERE id = :id AND expires_at > :now")
					.param("id", id)
					.param("now", this.clock.instant().toEpochMilli())
					.query((row, number) -> row.getBytes(1))
					.optional()
					.orElse(null));
	}

	@Override
	public boolean replace(String id, byte @Nullable [] before, State after) {
		long end = this.clock.instant().plus(after.timeToLive()).toEpochMilli();
		if (before == null) {
			return insert(id, after.bytes(), end);
		}
		return this.database.inTransaction((client) -> client
			.sql("UPDATE authgate_throttle SET state = :after, expires_at = :end WHERE id = :id AND state = :before")
			.param("after", after.bytes())
			.param("end", end)
			.param("id", id)
			.param("before", before)
			.update()) > 0;
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.database.inTransaction((client) -> client.sql("""
				DELETE FROM authgate_throttle WHERE expires_at <= :now AND id IN (SELECT id FROM
				(SELECT id FROM authgate_throttle WHERE expires_at <= :now ORDER BY expires_at LIMIT :limit) expired)
				""").param("now", now.toEpochMilli()).param("limit", limit).update());
	}

	// An expired row counts as none, and is in the way of a new one.
	private boolean insert(String id, byte[] state, long end) {
		try {
			return this.database.inTransaction((client) -> {
				client.sql("DELETE FROM authgate_throttle WHERE id = :id AND expires_at <= :now")
					.param("id", id)
					.param("now", this.clock.instant().toEpochMilli())
					.update();
				return added(client, id, state, end);
			});
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private static boolean added(JdbcClient client, String id, byte[] state, long end) {
		return client.sql("INSERT INTO authgate_throttle (id, state, expires_at) VALUES (:id, :state, :end)")
			.param("id", id)
			.param("state", state)
			.param("end", end)
			.update() > 0;
	}

	private static String idOf(String subject) {
		return "known:" + subject;
	}

}
