package dev.authgate.sample.thread;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * How messages are kept.
 */
class MessagesTests {

	private final JdbcClient jdbc = JdbcClient.create(new EmbeddedDatabaseBuilder().generateUniqueName(true)
		.setType(EmbeddedDatabaseType.H2)
		.addScript("schema.sql")
		.build());

	private final Messages messages = new Messages(this.jdbc);

	private final UUID thread = UUID.randomUUID();

	@BeforeEach
	void addThread() {
		new Threads(this.jdbc).add("alice", new TeamThread(this.thread, "Plans"));
	}

	@Test
	void whenThereAreManyThenTheLatestInOrder() {
		for (int i = 0; i < 120; i++) {
			this.messages.addAll(this.thread, List.of(new Message("alice", "text " + i)));
		}
		assertThat(this.messages.latest(this.thread)).hasSize(100)
			.startsWith(new Message("alice", "text 20"))
			.endsWith(new Message("alice", "text 119"));
	}

	@Test
	void whenAddedThenNumberedAsTheyAreKept() {
		List<NumberedMessage> added = this.messages.addAll(this.thread,
				List.of(new Message("alice", "hi"), new Message("Megaphone", "HI")));
		assertThat(added).extracting(NumberedMessage::seq).isSorted().doesNotHaveDuplicates();
		assertThat(this.messages.latestNumbered(this.thread)).isEqualTo(added);
	}

	@Test
	void whenThreadWasDeletedMeanwhileThenRefused() {
		new Threads(this.jdbc).removeAll("alice", List.of(this.thread));
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.messages.addAll(this.thread, List.of(new Message("alice", "hi"))));
	}

}
