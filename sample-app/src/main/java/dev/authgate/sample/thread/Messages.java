package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The messages in the database.
 */
@Component
class Messages {

	private static final String LATEST = """
			select seq, author, text from
			(select seq, author, text from messages where thread_id = ? order by seq desc limit 100)
			order by seq""";

	private final JdbcClient jdbc;

	Messages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	List<Message> latest(UUID threadId) {
		return this.jdbc.sql(LATEST).param(threadId).query(Message.class).list();
	}

	List<NumberedMessage> latestNumbered(UUID threadId) {
		return this.jdbc.sql(LATEST).param(threadId).query(NumberedMessage.class).list();
	}

	@Transactional
	List<NumberedMessage> addAll(UUID threadId, List<Message> messages) {
		return messages.stream().map((message) -> add(threadId, message)).toList();
	}

	private NumberedMessage add(UUID threadId, Message message) {
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc.sql("insert into messages (thread_id, author, text) values (?, ?, ?)")
			.params(threadId, message.author(), message.text())
			.update(key, "seq");
		return new NumberedMessage(key.getKeyAs(Long.class), message.author(), message.text());
	}

}
