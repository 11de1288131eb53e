package dev.authgate.spring.jdbc;

import java.util.List;
import java.util.function.Function;

import javax.sql.DataSource;

import dev.authgate.spring.store.Deadline;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The database as the stores use it: in short transactions of their own, with a bounded
 * wait for each statement.
 * <p>
 * What an application does in a transaction of its own neither holds back nor undoes what
 * is written here. Safe for use by several threads.
 */
public final class JdbcAccess {

	private static final int STATEMENT_TIMEOUT_SECONDS = 2;

	private final JdbcTemplate template;

	private final JdbcClient client;

	private final TransactionTemplate transactions;

	/**
	 * Makes the access to a database.
	 * @param dataSource the database
	 */
	public JdbcAccess(DataSource dataSource) {
		this.template = new JdbcTemplate(dataSource);
		this.template.setQueryTimeout(STATEMENT_TIMEOUT_SECONDS);
		this.client = JdbcClient.create(this.template);
		this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
		this.transactions.setIsolationLevel(TransactionDefinition.ISOLATION_READ_COMMITTED);
	}

	/**
	 * Runs statements in one transaction, which is undone when they throw, or when they
	 * end after the {@link Deadline} of the call that they are part of.
	 * @param <T> the type of the result
	 * @param work the statements
	 * @return what they give
	 * @throws org.springframework.dao.DataAccessException if the database refuses or
	 * cannot be asked
	 * @throws org.springframework.transaction.TransactionException if no transaction can
	 * be begun or ended
	 * @throws IllegalStateException if nobody waits for the result any longer
	 */
	public <T extends @Nullable Object> T inTransaction(Function<JdbcClient, T> work) {
		return this.transactions.execute((status) -> {
			T result = work.apply(this.client);
			Deadline.requireTime();
			return result;
		});
	}

	/**
	 * Runs one statement with many rows of values, for all or for none.
	 * @param sql the statement, with a question mark for each value
	 * @param rows the values
	 * @throws org.springframework.dao.DataAccessException if the database refuses or
	 * cannot be asked
	 * @throws org.springframework.transaction.TransactionException if no transaction can
	 * be begun or ended
	 */
	void batch(String sql, List<Object[]> rows) {
		this.transactions.execute((status) -> this.template.batchUpdate(sql, rows));
	}

}
