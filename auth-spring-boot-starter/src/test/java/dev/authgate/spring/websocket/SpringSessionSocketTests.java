package dev.authgate.spring.websocket;

import java.time.Duration;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sockets of sessions that Spring Session keeps in a database: L2, L7, L8.
 */
class SpringSessionSocketTests {

	private static Office office;

	private final String user = office.somebody();

	@BeforeAll
	static void open() {
		office = Office.of(Office.describe().and(InDatabase.class));
	}

	@AfterAll
	static void close() {
		office.close();
	}

	@Test
	void whenSessionIsStoredThenSocketOpens() throws Exception {
		String session = office.session(this.user);
		try (Socket socket = office.socket("/desk", session)) {
			assertThat(session).startsWith("Cookie: __Host-session=");
			assertThat(socket.ask("who")).isEqualTo(this.user);
		}
	}

	@Test
	void whenSessionIsOfNobodyThenRefused() {
		assertThat(office.socket("/plain", "Cookie: __Host-session=bm9ib2R5").status()).isEqualTo(401);
	}

	@Test
	void whenAnotherSiteOpensThenRefused() {
		assertThat(office.socket("/desk", office.session(this.user), "Origin: https://evil.example").status())
			.isEqualTo(403);
	}

	@Test
	void whenSessionsAreEndedThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.session(this.user))) {
			office.endSessions(this.user);
			office.sockets().check();
			assertThat(socket.closing()).isEqualTo("1008 revoked");
		}
	}

	@Test
	void whenSessionIsAtItsEndThenClosed() throws Exception {
		try (Socket socket = office.socket("/desk", office.session(this.user))) {
			office.pass(Duration.ofHours(12));
			assertThat(socket.closing()).isEqualTo("1008 expired");
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableJdbcHttpSession
	static class InDatabase {

		@Bean
		DataSource dataSource() {
			return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
				.generateUniqueName(true)
				.addScript("org/springframework/session/jdbc/schema-h2.sql")
				.build();
		}

	}

}
