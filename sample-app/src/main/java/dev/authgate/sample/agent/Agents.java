package dev.authgate.sample.agent;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agents in the database.
 */
@Component
public final class Agents {

	private final JdbcClient jdbc;

	Agents(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Finds an agent.
	 * @param id the id
	 * @return the agent, if there is one
	 */
	public Optional<Agent> find(UUID id) {
		return this.jdbc.sql("select id, name, skill from agents where id = ?").param(id).query(Agent.class).optional();
	}

	List<Agent> newest() {
		return this.jdbc.sql("select id, name, skill from agents order by seq desc limit 100")
			.query(Agent.class)
			.list();
	}

	void add(Agent agent) {
		this.jdbc.sql("insert into agents (id, name, skill) values (?, ?, ?)")
			.params(agent.id(), agent.name(), agent.skill().name())
			.update();
	}

	boolean remove(UUID id) {
		return this.jdbc.sql("delete from agents where id = ?").param(id).update() > 0;
	}

}
