package dev.authgate.spring.browser;

import javax.sql.DataSource;

import dev.authgate.spring.app.TestApp;
import dev.authgate.spring.server.LosableDataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;

/**
 * Sessions in a database that is lost.
 */
class LostDatabaseSessionTests extends LostSessionContract {

	private static final LosableDataSource DATABASE = new LosableDataSource(
			new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2)
				.generateUniqueName(true)
				.addScript("org/springframework/session/jdbc/schema-h2.sql")
				.build());

	@Override
	Class<?> configuration() {
		return InLosableDatabase.class;
	}

	@Override
	void lose() {
		DATABASE.lose();
	}

	@Override
	void recover(TestApp app) {
		DATABASE.recover();
	}

	/**
	 * Keeps sessions there.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableJdbcHttpSession
	static class InLosableDatabase extends StoredSessions.Shared {

		@Bean(destroyMethod = "")
		DataSource dataSource() {
			return DATABASE;
		}

	}

}
