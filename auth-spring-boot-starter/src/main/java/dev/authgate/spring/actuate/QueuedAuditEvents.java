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
import dev.authgate.spring.jdbc.AuditTable.Prepared;
import dev.authgate.spring.jdbc.AuditTable.Row;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Keeps audit events in the application's database without a request waiting for it.
 * <p>
 * Events wait in a bounded queue for a thread that writes many at a time, and again and
 * again while the database is lost. Those for which there is no room or that the database
 * refuses are counted, and the count becomes an event of its own: strangers who cause
 * events can make some of them missing, and never unnoticed. Requests of known callers
 * are the first to be left out. Of a servlet session the id is not kept: whoever reads
 * the audit must not be able to take the session. Safe for use by several threads.
 */
public final class QueuedAuditEvents implements AuditEventRepository, ExpiringStore, AutoCloseable {

	/** The most events that wait. */
	public static final int MAX_WAITING = 10_000;

	private static final Log logger = LogFactory.getLog(QueuedAuditEvents.class);

	private static final int BATCH = 500;

	private static final long PAUSE_MILLIS = 500;

	private static final int STOP_MILLIS = 5_000;

	private final BlockingQueue<Prepared> waiting = new LinkedBlockingQueue<>(MAX_WAITING);

	private final List<Prepared> taken = new ArrayList<>();

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
		boolean leftOut = event.getType().equals(AuditType.AUTHENTICATED)
				&& this.waiting.remainingCapacity() < MAX_WAITING / 2;
		if ((leftOut || !this.waiting.offer(prepared(event))) && this.lost.getAndIncrement() == 0) {
			logger.error("Audit events are lost: the database does not take them as fast as they come");
		}
	}

	private Prepared prepared(AuditEvent event) {
		Map<String, Object> data = new LinkedHashMap<>(event.getData());
		data.replaceAll((name, value) -> (value instanceof WebAuthenticationDetails details)
				? Map.of("remoteAddress", String.valueOf(details.getRemoteAddress())) : value);
		return this.table.prepare(new Row(event.getTimestamp(), event.getPrincipal(), event.getType(), data));
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
					this.taken.add(this.table.prepare(
							new Row(this.clock.instant(), "unknown", AuditType.EVENTS_LOST, Map.of("count", count))));
				}
			}
			if (!this.taken.isEmpty()) {
				write();
			}
		}
		while (!this.waiting.isEmpty());
	}

	private void write() {
		try {
			this.table.write(this.taken);
			this.taken.clear();
		}
		catch (RuntimeException ex) {
			if (!AuditTable.isRefusal(ex)) {
				throw ex;
			}
			writeSingly();
		}
	}

	// One event that the database refuses keeps no other one out.
	private void writeSingly() {
		while (!this.taken.isEmpty()) {
			try {
				this.table.write(List.of(this.taken.get(0)));
			}
			catch (RuntimeException ex) {
				if (!AuditTable.isRefusal(ex)) {
					throw ex;
				}
				if (this.lost.getAndIncrement() == 0) {
					logger.error("Audit events are lost: the database refuses them with " + ex.getClass().getName());
				}
			}
			this.taken.remove(0);
		}
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
