package dev.authgate.sample.thread;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import dev.authgate.sample.api.NotFound;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The threads in the database, each its owner's, and some shown to the whole team.
 */
@Component
class Threads {

	private final JdbcClient jdbc;

	Threads(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<TeamThread> newest(String owner) {
		return this.jdbc.sql("select id, name from threads where owner = ? order by seq desc limit 100")
			.param(owner)
			.query(TeamThread.class)
			.list();
	}

	Optional<TeamThread> find(String owner, UUID id) {
		return this.jdbc.sql("select id, name from threads where owner = ? and id = ?")
			.params(owner, id)
			.query(TeamThread.class)
			.optional();
	}

	List<TeamThread> newestShownTo(String user) {
		return this.jdbc.sql("select id, name from threads where owner = ? or shared order by seq desc limit 100")
			.param(user)
			.query(TeamThread.class)
			.list();
	}

	Optional<TeamThread> findShownTo(String user, UUID id) {
		return this.jdbc.sql("select id, name from threads where (owner = ? or shared) and id = ?")
			.params(user, id)
			.query(TeamThread.class)
			.optional();
	}

	void add(String owner, TeamThread thread) {
		add(owner, thread, false);
	}

	void addShared(String owner, TeamThread thread) {
		add(owner, thread, true);
	}

	private void add(String owner, TeamThread thread, boolean shared) {
		this.jdbc.sql("insert into threads (id, owner, name, shared) values (?, ?, ?, ?)")
			.params(thread.id(), owner, thread.name(), shared)
			.update();
	}

	boolean rename(String owner, TeamThread renamed) {
		return this.jdbc.sql("update threads set name = ? where owner = ? and id = ?")
			.params(renamed.name(), owner, renamed.id())
			.update() > 0;
	}

	@Transactional
	void removeAll(String owner, Collection<UUID> ids) {
		Set<UUID> distinct = Set.copyOf(ids);
		int removed = this.jdbc.sql("delete from threads where owner = :owner and id in (:ids)")
			.param("owner", owner)
			.param("ids", distinct)
			.update();
		if (removed < distinct.size()) {
			throw new NotFound("thread");
		}
	}

}
