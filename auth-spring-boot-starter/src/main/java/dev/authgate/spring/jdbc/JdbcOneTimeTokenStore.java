package dev.authgate.spring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import dev.authgate.account.token.OneTimeToken;
import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.account.token.TokenPurpose;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One-time tokens in the application's database, in the table
 * {@code authgate_one_time_token}.
 * <p>
 * Safe for use by several threads.
 */
public final class JdbcOneTimeTokenStore implements OneTimeTokenStore {

	// Whoever comes between the removal of the old one and the new one is met again.
	private static final int ATTEMPTS = 10;

	private static final String DELETE = "DELETE FROM authgate_one_time_token WHERE ";

	private final JdbcAccess database;

	/**
	 * Makes the store of a database.
	 * @param database the database
	 */
	public JdbcOneTimeTokenStore(JdbcAccess database) {
		this.database = database;
	}

	@Override
	public void put(OneTimeToken token) {
		for (int attempt = 1;; attempt++) {
			try {
				this.database.inTransaction((client) -> replace(client, token));
				return;
			}
			catch (DataIntegrityViolationException | ConcurrencyFailureException ex) {
				if (attempt == ATTEMPTS) {
					throw ex;
				}
			}
		}
	}

	@Override
	public @Nullable OneTimeToken find(TokenPurpose purpose, SecretDigest digest) {
		return this.database.inTransaction((client) -> select(client, purpose, digest));
	}

	// The number of rows that were removed decides: it is one for one caller alone.
	@Override
	public @Nullable OneTimeToken take(TokenPurpose purpose, SecretDigest digest) {
		return this.database.inTransaction((client) -> {
			OneTimeToken token = select(client, purpose, digest);
			int removed = client.sql(DELETE + "digest = ? AND purpose = ?")
				.params(digest.toString(), purpose.name())
				.update();
			return (removed == 1) ? token : null;
		});
	}

	@Override
	public void removeAll(String userId) {
		this.database.inTransaction((client) -> client.sql(DELETE + "user_id = ?").param(userId).update());
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.database.inTransaction((client) -> {
			List<String> expired = client
				.sql("SELECT digest FROM authgate_one_time_token WHERE expires_at <= ? ORDER BY expires_at LIMIT ?")
				.params(now.toEpochMilli(), limit)
				.query((row, number) -> row.getString("digest"))
				.list();
			return expired.stream()
				.mapToInt((digest) -> client.sql(DELETE + "digest = ?").param(digest).update())
				.sum();
		});
	}

	private static int replace(JdbcClient client, OneTimeToken token) {
		client.sql(DELETE + "purpose = ? AND user_id = ?").params(token.purpose().name(), token.userId()).update();
		return client
			.sql("INSERT INTO authgate_one_time_token (purpose, user_id, digest, binding, expires_at) "
					+ "VALUES (?, ?, ?, ?, ?)")
			.params(token.purpose().name(), token.userId(), token.digest().toString(), token.binding(),
					token.expiresAt().toEpochMilli())
			.update();
	}

	private static @Nullable OneTimeToken select(JdbcClient client, TokenPurpose purpose, SecretDigest digest) {
		return client
			.sql("SELECT purpose, user_id, digest, binding, expires_at FROM authgate_one_time_token "
					+ "WHERE digest = ? AND purpose = ?")
			.params(digest.toString(), purpose.name())
			.query(JdbcOneTimeTokenStore::read)
			.optional()
			.orElse(null);
	}

	private static OneTimeToken read(ResultSet row, int number) throws SQLException {
		return new OneTimeToken(SecretDigest.parse(row.getString("digest")),
				TokenPurpose.valueOf(row.getString("purpose")), row.getString("user_id"), row.getString("binding"),
				Instant.ofEpochMilli(row.getLong("expires_at")));
	}

}
