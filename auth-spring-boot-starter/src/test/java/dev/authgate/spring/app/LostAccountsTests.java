package dev.authgate.spring.app;

import java.time.Duration;

import dev.authgate.spring.server.LosableDataSource;
import dev.authgate.spring.server.RealPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Accounts in a database that has stopped to answer, of which no pool of connections
 * knows yet.
 */
class LostAccountsTests {

	private static final String PASSWORD = "the raven flew over 3 hills";

	private static final LosableDataSource DATABASE = new LosableDataSource(RealPostgres.newDataSource());

	@RegisterExtension
	private static final TestApp APP = StoredAccounts.app("unused", UserHandlers.class, Database.class);

	@BeforeEach
	void fill() {
		String encoded = "{bcrypt}" + new BCryptPasswordEncoder(4).encode(PASSWORD);
		StoredAccounts.repository(APP).insert(StoredAccounts.account("id1", "Ada", encoded));
		DATABASE.lose();
	}

	@AfterEach
	void recover() {
		DATABASE.recover();
	}

	@Test
	@Timeout(20)
	void whenDatabaseIsLostThenLoginIsUnavailableSoon() {
		long start = System.nanoTime();
		RawResponse lost = StoredAccounts.login(APP, "ada", PASSWORD);
		assertThat(lost.status()).isEqualTo(503);
		assertThat(lost.body()).contains("\"code\":\"unavailable\"");
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
		DATABASE.recover();
		assertThat(StoredAccounts.login(APP, "ada", PASSWORD).status()).isEqualTo(200);
	}

	/**
	 * The database of the test.
	 */
	@Configuration(proxyBeanMethods = false)
	static class Database {

		@Bean
		LosableDataSource dataSource() {
			return DATABASE;
		}

	}

}
