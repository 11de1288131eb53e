package dev.authgate.spring.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A real PostgreSQL, started once for all tests of this process.
 */
public final class RealPostgres {

	private static final AtomicInteger databases = new AtomicInteger();

	private RealPostgres() {
	}

	/**
	 * Makes an empty database.
	 * @return its address for JDBC, with the user in it; no password is needed
	 */
	public static String newDatabase() {
		String name = "test_" + databases.incrementAndGet();
		JdbcClient.create(Holder.SERVER.getPostgresDatabase()).sql("CREATE DATABASE " + name).update();
		return Holder.SERVER.getJdbcUrl("postgres", name);
	}

	/**
	 * Makes an empty database, and a pool of connections to it.
	 */
	public static DataSource newDataSource() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(newDatabase());
		pool.setMinimumIdle(0);
		pool.setMaximumPoolSize(10);
		return pool;
	}

	/**
	 * Starts a server of its own, for tests that stop it and start it again.
	 * @param port its port
	 * @param data where it keeps its data, found again at the next start
	 */
	public static EmbeddedPostgres start(int port, Path data) {
		return started(EmbeddedPostgres.builder()
			.setPort(port)
			.setDataDirectory(data)
			.setCleanDataDirectory(false)
			.setServerConfig("listen_addresses", "localhost"));
	}

	private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder) {
		try {
			return builder.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Starts the server when it is first asked for.
	 */
	private static final class Holder {

		private static final EmbeddedPostgres SERVER = started(EmbeddedPostgres.builder().setPort(FreePort.find()));

	}

}
