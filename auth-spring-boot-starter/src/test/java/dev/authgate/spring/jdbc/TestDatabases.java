package dev.authgate.spring.jdbc;

import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import dev.authgate.spring.server.RealMariaDb;
import dev.authgate.spring.server.RealPostgres;

import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Databases with our tables in them.
 */
public final class TestDatabases {

	private static final AtomicInteger names = new AtomicInteger();

	private TestDatabases() {
	}

	/**
	 * Makes a database in memory.
	 */
	public static DataSource h2() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl("jdbc:h2:mem:test" + names.incrementAndGet() + ";DB_CLOSE_DELAY=-1");
		return withTables(pool);
	}

	/**
	 * Makes a database of a real PostgreSQL.
	 */
	public static DataSource postgres() {
		return withTables(RealPostgres.newDataSource());
	}

	/**
	 * Makes a database of a real MariaDB.
	 */
	public static DataSource mariaDb() {
		return withTables(RealMariaDb.newDataSource());
	}

	/**
	 * Empties a table.
	 */
	public static JdbcAccess emptied(DataSource database, String table) {
		JdbcClient.create(database).sql("DELETE FROM " + table).update();
		return new JdbcAccess(database);
	}

	private static DataSource withTables(DataSource database) {
		new JdbcSchema(database, DatabaseInitializationMode.ALWAYS, null,
				"classpath:dev/authgate/spring/jdbc/schema-@@platform@@.sql")
			.initializeDatabase();
		return database;
	}

}
