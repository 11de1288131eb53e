package dev.authgate.spring.actuate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

import dev.authgate.ExpiringStore;
import dev.authgate.spring.jdbc.AuditTable;
import dev.authgate.spring.jdbc.AuditTable.Row;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;

/**
 * Keeps audit events in the application's database without a request waiting for it.
 * <p>
 * Events wait in a bounded queue for a thread that writes many at a time, and again and
 * again while the database is lost. Those for which there is no room are counted, and the
 * count becomes an event of its own: strangers who cause events can make some of them
 * missing, and never unnoticed. Safe for use by several threads.
 */
public final class QueuedAuditEvents implements AuditEventRepository, ExpiringStore, AutoCloseable {

	/** The most events that wait. */
	public static final int MAX_WAITING = 10_000;

	private static final Log logger = LogFactory.getLog(QueuedAuditEvents.class);

	private static final int BATCH = 500;

	private static final long PAUSE_MILLIS = 500;

	private static final int STOP_MILLIS = 5_000;

	private final BlockingQueue<Row> waiting = new LinkedBlockingQueue<>(MAX_WAITING);

	private final List<Row> taken = new ArrayList<>();

	private final AtomicLong lost = new AtomicLong();

	private final AuditTable table;

	private final Clock clock;

	private final Thread writer = new Thread(this::writeOn, "authgate-audit");

	/**
	 * Makes a repository that does not write by itself yet.
	 * @param table where events are written
	 * @param clock tells the time
	 */
	public QueuedAuditEvents(AuditTable table, Clock clock) {
		this.table = table;
		this.clock = clock;
		this.writer.setDaemon(true);
	}

	/**
	 * Begins to write, in a thread of its own.
	 */
	public void start() {
		this.writer.start();
	}

	@Override
	public void add(AuditEvent event) {
		Row row = new Row(event.getTimestamp(), event.getPrincipal(), event.getType(), event.getData());
		if (!this.waiting.offer(row) && this.lost.getAndIncrement() == 0) {
			logger.error("Audit events are lost: the database does not take them as fast as they come");
		}
	}

	@Override
	public List<AuditEvent> find(@Nullable String principal, @Nullable Instant after, @Nullable String type) {
		flush();
		return this.table.find(principal, after, type)
			.stream()
			.map((row) -> new AuditEvent(row.happenedAt(), row.principal(), row.type(),
					new LinkedHashMap<>(row.data())))
			.toList();
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.table.deleteExpired(now, limit);
	}

	/**
	 * Writes what waits and ends; waits for the database up to five seconds.
	 */
	@Override
	public void close() {
		this.writer.interrupt();
		Thread last = new Thread(this::flush, "authgate-audit-last");
		last.setDaemon(true);
		last.start();
		try {
			last.join(STOP_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		int left = this.waiting.size();
		if (left > 0) {
			logger.error(left + " audit events are lost: the database did not take them before the end");
		}
	}

	// What was taken out of the queue stays here until it is written.
	synchronized void flush() {
		do {
			if (this.taken.isEmpty()) {
				this.waiting.drainTo(this.taken, BATCH);
				long count = this.lost.getAndSet(0);
				if (count > 0) {
					this.taken
						.add(new Row(this.clock.instant(), "unknown", AuditType.EVENTS_LOST, Map.of("count", count)));
				}
			}
			if (!this.taken.isEmpty()) {
				this.table.write(this.taken);
				this.taken.clear();
			}
		}
		while (!this.waiting.isEmpty());
	}

	private void writeOn() {
		boolean warned = false;
		while (!this.writer.isInterrupted()) {
			try {
				flush();
				warned = false;
				Thread.sleep(PAUSE_MILLIS);
			}
			catch (InterruptedException ex) {
				return;
			}
			// The text of an exception may quote what was to be written.
			catch (RuntimeException ex) {
				if (!warned) {
					logger.error("Audit events could not be written: " + ex.getClass().getName() + "; they wait");
				}
				warned = true;
				LockSupport.parkNanos(Duration.ofMillis(PAUSE_MILLIS).toNanos());
			}
		}
	}

}
