package dev.authgate.spring.throttle;

import java.time.Duration;

import javax.sql.DataSource;

import dev.authgate.spring.jdbc.JdbcThrottleStore;
import dev.authgate.spring.jdbc.TestDatabases;
import dev.authgate.spring.server.OnMariaDb;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.Attempt.Refused;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class JdbcThrottleStoreTests {

	/**
	 * What is the same on each database.
	 */
	abstract static class OnDatabase extends ThrottleStoreContract {

		private final DataSource database = database();

		private final JdbcClient client = JdbcClient.create(this.database);

		private final JdbcThrottleStore store = new JdbcThrottleStore(
				TestDatabases.emptied(this.database, "authgate_throttle"), this.clock);

		abstract DataSource database();

		@Override
		ThrottleStore store() {
			return this.store;
		}

		/** F47: several nodes share one count. */
		@Test
		void whenAnotherNodeCountedThenRefusedHere() {
			Throttle other = throttle(this.store);
			for (int i = 0; i < 5; i++) {
				login("ada", HOME);
				other.attempt(AttemptKind.LOGIN, "ada", HOME);
			}
			Attempt here = login("ada", HOME);
			assertThat(here).isEqualTo(new Refused(Duration.ofSeconds(90)));
			assertThat(other.attempt(AttemptKind.LOGIN, "ada", HOME)).isEqualTo(here);
		}

		/** O10. */
		@Test
		void whenCountsExpiredThenRemovedInSteps() {
			fail(3, "ada", HOME);
			fail(3, "eve", HOME);
			assertThat(rows()).isEqualTo(5);
			assertThat(this.store.deleteExpired(this.clock.instant(), 10)).isZero();
			this.clock.pass(Duration.ofMinutes(15));
			assertThat(this.store.deleteExpired(this.clock.instant(), 2)).isEqualTo(2);
			assertThat(this.store.deleteExpired(this.clock.instant(), 2)).isEqualTo(1);
			assertThat(rows()).isEqualTo(2);
		}

		@Test
		void whenNamesAreStoredThenAsDigests() {
			succeed("ada", HOME);
			fail(1, "ada", HOME);
			assertThat(this.client.sql("SELECT id FROM authgate_throttle").query(String.class).list()).hasSize(4)
				.allSatisfy((id) -> assertThat(id).doesNotContain("ada").doesNotContain(HOME));
		}

		private int rows() {
			return this.client.sql("SELECT COUNT(*) FROM authgate_throttle").query(Integer.class).single();
		}

	}

	/**
	 * On H2.
	 */
	@Nested
	class OnH2 extends OnDatabase {

		private static final DataSource DATABASE = TestDatabases.h2();

		@Override
		DataSource database() {
			return DATABASE;
		}

	}

	/**
	 * On a real PostgreSQL.
	 */
	@Nested
	class OnPostgres extends OnDatabase {

		private static final DataSource DATABASE = TestDatabases.postgres();

		@Override
		DataSource database() {
			return DATABASE;
		}

	}

	/**
	 * On a real MariaDB.
	 */
	@Nested
	@OnMariaDb
	class OnRealMariaDb extends OnDatabase {

		private static final DataSource DATABASE = TestDatabases.mariaDb();

		@Override
		DataSource database() {
			return DATABASE;
		}

	}

}
