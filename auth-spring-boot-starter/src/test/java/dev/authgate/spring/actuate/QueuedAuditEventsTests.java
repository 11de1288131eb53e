package dev.authgate.spring.actuate;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.authgate.contract.TestClock;
import dev.authgate.spring.jdbc.AuditTable;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.TestDatabases;
import dev.authgate.spring.server.OnMariaDb;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.audit.AuditEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

class QueuedAuditEventsTests {

	/**
	 * What is the same on each database.
	 */
	abstract static class OnDatabase {

		private final TestClock clock = new TestClock();

		private final DataSource database = database();

		private final QueuedAuditEvents events = new QueuedAuditEvents(
				new AuditTable(new JdbcAccess(this.database), Duration.ofDays(90)), this.clock);

		abstract DataSource database();

		@Test
		void whenEventIsAddedThenFound() {
			AuditEvent event = event("ada", "AUTHGATE_THROTTLED");
			this.events.add(event);
			AuditEvent found = this.events.find(null, null, null).get(0);
			assertThat(found).usingRecursiveComparison().isEqualTo(event);
		}

		@Test
		void whenAskedForThenByPrincipalTimeAndType() {
			this.events.add(event("ada", "A"));
			this.clock.pass(Duration.ofMinutes(1));
			Instant between = this.clock.instant();
			this.clock.pass(Duration.ofMinutes(1));
			this.events.add(event("ada", "B"));
			this.events.add(event("eve", "A"));
			assertThat(this.events.find("ada", null, null)).extracting(AuditEvent::getType).containsExactly("A", "B");
			assertThat(this.events.find(null, between, null)).extracting(AuditEvent::getPrincipal)
				.containsExactlyInAnyOrder("ada", "eve");
			assertThat(this.events.find("eve", between, "A")).hasSize(1);
			assertThat(this.events.find("eve", between, "B")).isEmpty();
			assertThat(this.events.find("nobody", null, null)).isEmpty();
		}

		/** O10. */
		@Test
		void whenEventsAreOldThenRemovedInSteps() {
			for (int i = 0; i < 5; i++) {
				this.events.add(event("ada", "A"));
			}
			this.clock.pass(Duration.ofDays(89));
			this.events.add(event("ada", "B"));
			this.events.flush();
			assertThat(this.events.deleteExpired(this.clock.instant(), 3)).isZero();
			this.clock.pass(Duration.ofDays(1));
			assertThat(this.events.deleteExpired(this.clock.instant(), 3)).isEqualTo(3);
			assertThat(this.events.deleteExpired(this.clock.instant(), 3)).isEqualTo(2);
			assertThat(this.events.find(null, null, null)).extracting(AuditEvent::getType).containsExactly("B");
		}

		@Test
		void whenQueueIsFullThenLossIsCountedAndTold() {
			for (int i = 0; i < QueuedAuditEvents.MAX_WAITING + 7; i++) {
				this.events.add(event("ada", "A"));
			}
			AuditEvent told = this.events.find(null, null, "AUTHGATE_EVENTS_LOST").get(0);
			assertThat(told.getData()).isEqualTo(Map.of("count", 7));
			assertThat(rows()).isEqualTo(QueuedAuditEvents.MAX_WAITING + 1);
		}

		@Test
		void whenDatabaseIsLostThenEventsWait() {
			JdbcClient client = JdbcClient.create(this.database);
			client.sql("ALTER TABLE authgate_audit_event RENAME TO elsewhere").update();
			this.events.add(event("ada", "A"));
			assertThatException().isThrownBy(this.events::flush);
			this.events.add(event("ada", "B"));
			client.sql("ALTER TABLE elsewhere RENAME TO authgate_audit_event").update();
			assertThat(this.events.find("ada", null, null)).extracting(AuditEvent::getType)
				.containsExactlyInAnyOrder("A", "B");
		}

		@Test
		void whenClosedThenRestIsWritten() {
			this.events.start();
			this.events.add(event("ada", "A"));
			this.events.close();
			assertThat(rows()).isEqualTo(1);
		}

		@Test
		void whenDataIsHostileThenKeptAsItIs() {
			Map<String, Object> data = Map.of("path", "'); DROP TABLE authgate_audit_event; --\u2028\"", "list",
					List.of(1, 2));
			this.events.add(new AuditEvent(this.clock.instant(), "x".repeat(5_000), "T", data));
			AuditEvent found = this.events.find(null, null, "T").get(0);
			assertThat(found.getData()).isEqualTo(data);
			assertThat(found.getPrincipal()).hasSize(256);
			assertThat(this.events.find("x".repeat(5_000), null, null)).hasSize(1);
		}

		@Test
		void whenTextIsNoneForDatabaseThenKeptCleaned() {
			this.events.add(
					new AuditEvent(this.clock.instant(), "a\u0000b\ud800", "T\u0000", Map.of("path", "/\u0000\ud800")));
			AuditEvent found = this.events.find("a\u0000b\ud800", null, "T?").get(0);
			assertThat(found.getPrincipal()).isEqualTo("a?b?");
			assertThat(found.getData()).containsEntry("path", "/\u0000\ud800");
		}

		@Test
		void whenOneEventIsRefusedThenOthersAreWrittenAndLossIsTold() {
			JdbcClient.create(this.database)
				.sql("ALTER TABLE authgate_audit_event ADD CONSTRAINT not_b CHECK (type <> 'B')")
				.update();
			List.of("A", "B", "C").forEach((type) -> this.events.add(event("ada", type)));
			assertThat(this.events.find("ada", null, null)).extracting(AuditEvent::getType)
				.containsExactlyInAnyOrder("A", "C");
			assertThat(this.events.find(null, null, "AUTHGATE_EVENTS_LOST")).hasSize(1);
		}

		@Test
		void whenDataIsNoJsonThenEventIsKeptWithoutIt() {
			Map<String, Object> data = new HashMap<>();
			data.put("itself", data);
			this.events.add(new AuditEvent(this.clock.instant(), "ada", "T", data));
			assertThat(this.events.find(null, null, "T").get(0).getData()).isEqualTo(Map.of("data", "unreadable"));
		}

		@Test
		void whenDetailsNameSessionThenOnlyAddressIsKept() {
			WebAuthenticationDetails details = new WebAuthenticationDetails("192.0.2.7", "session-id");
			this.events.add(new AuditEvent(this.clock.instant(), "ada", "T", Map.of("details", details)));
			assertThat(this.events.find(null, null, "T").get(0).getData())
				.isEqualTo(Map.of("details", Map.of("remoteAddress", "192.0.2.7")));
		}

		@Test
		void whenQueueIsHalfFullThenRequestsOfKnownCallersAreLeftOut() {
			for (int i = 0; i <= QueuedAuditEvents.MAX_WAITING / 2; i++) {
				this.events.add(event("ada", "AUTHGATE_THROTTLED"));
			}
			this.events.add(event("ada", "AUTHGATE_AUTHENTICATED"));
			this.events.add(event("ada", "AUTHGATE_ACCESS_REFUSED"));
			assertThat(this.events.find(null, null, "AUTHGATE_AUTHENTICATED")).isEmpty();
			assertThat(this.events.find(null, null, "AUTHGATE_ACCESS_REFUSED")).hasSize(1);
			assertThat(this.events.find(null, null, "AUTHGATE_EVENTS_LOST")).hasSize(1);
		}

		private AuditEvent event(String principal, String type) {
			return new AuditEvent(this.clock.instant(), principal, type, Map.of("address", "192.0.2.7"));
		}

		private int rows() {
			return JdbcClient.create(this.database)
				.sql("SELECT COUNT(*) FROM authgate_audit_event")
				.query(Integer.class)
				.single();
		}

	}

	/**
	 * On H2.
	 */
	@Nested
	class OnH2 extends OnDatabase {

		@Override
		DataSource database() {
			return TestDatabases.h2();
		}

	}

	/**
	 * On a real PostgreSQL.
	 */
	@Nested
	class OnPostgres extends OnDatabase {

		@Override
		DataSource database() {
			return TestDatabases.postgres();
		}

	}

	/**
	 * On a real MariaDB.
	 */
	@Nested
	@OnMariaDb
	class OnRealMariaDb extends OnDatabase {

		@Override
		DataSource database() {
			return TestDatabases.mariaDb();
		}

	}

}
