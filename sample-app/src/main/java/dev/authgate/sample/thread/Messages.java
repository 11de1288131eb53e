package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages in the database.
 */
@Component
class Messages {

	private final JdbcClient jdbc;

	Messages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Message> latest(UUID threadId) {
		return this.jdbc.sql("""
				select author, text from
				(select seq, author, text from messages where thread_id = ? order by seq desc limit 100)
				order by seq""").param(threadId).query(Message.class).list();
	}

	@Transactional
	void addAll(UUID threadId, List<Message> messages) {
		for (Message message : messages) {
			this.jdbc.sql("insert into messages (thread_id, author, text) values (?, ?, ?)")
				.params(threadId, message.author(), message.text())
				.update();
		}
	}

}
