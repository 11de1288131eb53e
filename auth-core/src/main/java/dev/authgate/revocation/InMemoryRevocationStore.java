package dev.authgate.revocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

/**
 * Revocations in this process's memory, for applications of one node.
 * <p>
 * Safe for use by several threads.
 */
public final class InMemoryRevocationStore implements RevocationStore {

	private final Map<Key, Entry> entries = new LinkedHashMap<>();

	private final AtomicLong changes = new AtomicLong();

	@Override
	public Revocation raise(Revocation revocation) {
		Key key = new Key(revocation.kind(), revocation.id());
		synchronized (this.entries) {
			Entry former = this.entries.remove(key);
			Revocation raised = (former != null) ? revocation.after(former.revocation()) : revocation;
			this.entries.put(key, new Entry(raised, this.changes.incrementAndGet()));
			return raised;
		}
	}

	@Override
	public @Nullable Revocation find(RevocationKind kind, String id) {
		synchronized (this.entries) {
			Entry entry = this.entries.get(new Key(kind, Revocation.shortened(id)));
			return (entry != null) ? entry.revocation() : null;
		}
	}

	@Override
	public Changes changesSince(long cursor) {
		List<Revocation> changed = new ArrayList<>();
		synchronized (this.entries) {
			long last = this.changes.get();
			if (last != cursor) {
				long from = (last < cursor) ? 0 : cursor;
				this.entries.values()
					.stream()
					.filter((entry) -> entry.change() > from)
					.forEach((entry) -> changed.add(entry.revocation()));
			}
			return new Changes(changed, last, true);
		}
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		int deleted = 0;
		synchronized (this.entries) {
			Iterator<Entry> all = this.entries.values().iterator();
			while (deleted < limit && all.hasNext()) {
				if (!all.next().revocation().until().isAfter(now)) {
					all.remove();
					deleted++;
				}
			}
		}
		return deleted;
	}

	private record Key(RevocationKind kind, String id) {
	}

	private record Entry(Revocation revocation, long change) {
	}

}
