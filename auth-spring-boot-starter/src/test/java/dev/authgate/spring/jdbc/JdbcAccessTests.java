package dev.authgate.spring.jdbc;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import dev.authgate.spring.store.Deadline;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JdbcAccessTests {

	private static final String INSERT = "INSERT INTO authgate_revocation_number (id, last_number) VALUES (7, 7)";

	private final DataSource database = TestDatabases.h2();

	private final JdbcAccess access = new JdbcAccess(this.database);

	/** A client that was told that its request failed must find nothing changed. */
	@Test
	void whenNobodyWaitsAnyLongerThenNothingIsWritten() throws InterruptedException {
		CountDownLatch givenUp = new CountDownLatch(1);
		CountDownLatch undone = new CountDownLatch(1);
		try (Deadline deadline = new Deadline(Duration.ofMillis(50), 1, false)) {
			assertThatIllegalStateException().isThrownBy(() -> deadline.call(() -> late(givenUp, undone)));
			givenUp.countDown();
			undone.await();
		}
		assertThat(rows()).isZero();
	}

	@Test
	void whenTimeIsLeftThenWritten() {
		try (Deadline deadline = Deadline.ofDatabase(1)) {
			assertThat(deadline.call(() -> this.access.inTransaction(JdbcAccessTests::insert))).isEqualTo(1);
		}
		assertThat(rows()).isEqualTo(1);
	}

	private int late(CountDownLatch givenUp, CountDownLatch undone) {
		try {
			return this.access.inTransaction((client) -> {
				insert(client);
				awaitUnchecked(givenUp);
				return 1;
			});
		}
		finally {
			undone.countDown();
		}
	}

	private static int insert(JdbcClient client) {
		return client.sql(INSERT).update();
	}

	private static void awaitUnchecked(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int rows() {
		return JdbcClient.create(this.database)
			.sql("SELECT COUNT(*) FROM authgate_revocation_number")
			.query(Integer.class)
			.single();
	}

}
