package dev.authgate.spring.server;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database that can be told to answer nothing, like one behind a network that is down.
 */
public final class LosableDataSource extends DelegatingDataSource {

	private static final int LONG_SECONDS = 30;

	private volatile CountDownLatch found = new CountDownLatch(0);

	public LosableDataSource(DataSource database) {
		super(database);
	}

	public void lose() {
		this.found = new CountDownLatch(1);
	}

	public void recover() {
		this.found.countDown();
	}

	@Override
	public Connection getConnection() throws SQLException {
		try {
			if (!this.found.await(LONG_SECONDS, TimeUnit.SECONDS)) {
				throw new SQLException("The database is lost");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new SQLException(ex);
		}
		return super.getConnection();
	}

}
