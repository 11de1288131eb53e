package dev.authgate.spring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

import dev.authgate.AuthUser;
import dev.authgate.PermissionSet;
import dev.authgate.account.Account;
import dev.authgate.account.AccountName;
import dev.authgate.account.AccountRepository;
import dev.authgate.account.AccountState;
import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Accounts in the application's database, in the table {@code authgate_account}.
 * <p>
 * Unique columns decide who gets a name, so that of several nodes one does. Safe for use
 * by several threads.
 */
public final class JdbcAccountStore implements AccountRepository {

	private static final String SELECT = """
			SELECT id, username, email, password, data, permissions, roles, enabled, verified, password_version, revision
			FROM authgate_account WHERE\s""";

	private static final String INSERT = """
			INSERT INTO authgate_account (username, username_key, email, email_key, password, data, permissions, roles,
			enabled, verified, password_version, id, revision) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

	private static final String UPDATE = """
			UPDATE authgate_account SET username = ?, username_key = ?, email = ?, email_key = ?, password = ?, data = ?,
			permissions = ?, roles = ?, enabled = ?, verified = ?, password_version = ?, revision = revision + 1
			WHERE id = ? AND revision = ?""";

	private final JdbcAccess database;

	/**
	 * Makes the store of a database.
	 * @param database the database
	 */
	public JdbcAccountStore(JdbcAccess database) {
		this.database = database;
	}

	@Override
	public @Nullable Account find(String username) {
		return AccountName.isUsername(username) ? one("username_key = ?", AccountName.canonical(username)) : null;
	}

	@Override
	public @Nullable Account findById(String id) {
		return AuthUser.isValidId(id) ? one("id = ?", id) : null;
	}

	@Override
	public @Nullable Account findByEmail(String email) {
		return AccountName.isEmail(email) ? one("email_key = ?", AccountName.canonical(email)) : null;
	}

	@Override
	public Outcome insert(Account account) {
		try {
			write(INSERT, account);
			return Outcome.DONE;
		}
		catch (DataIntegrityViolationException ex) {
			return (findById(account.id()) != null) ? Outcome.NAME_TAKEN : takenByAnother(account, ex);
		}
	}

	@Override
	public Outcome replace(Account account) {
		try {
			if (write(UPDATE, account) == 1) {
				return Outcome.DONE;
			}
		}
		catch (DataIntegrityViolationException ex) {
			return takenByAnother(account, ex);
		}
		return (findById(account.id()) != null) ? Outcome.STALE : Outcome.GONE;
	}

	@Override
	public Outcome delete(String id) {
		int deleted = AuthUser.isValidId(id) ? this.database
			.inTransaction((client) -> client.sql("DELETE FROM authgate_account WHERE id = ?").param(id).update()) : 0;
		return (deleted == 1) ? Outcome.DONE : Outcome.GONE;
	}

	@Override
	public List<Account> list(@Nullable String after, int limit) {
		if (after != null && !AccountName.isUsername(after)) {
			return List.of();
		}
		String key = (after != null) ? AccountName.canonical(after) : "";
		return this.database
			.inTransaction((client) -> select(client, "username_key > ? ORDER BY username_key LIMIT ?").param(key)
				.param(limit)
				.query(JdbcAccountStore::read)
				.list());
	}

	private @Nullable Account one(String condition, String value) {
		return this.database.inTransaction((client) -> select(client, condition).param(value)
			.query(JdbcAccountStore::read)
			.optional()
			.orElse(null));
	}

	private static StatementSpec select(JdbcClient client, String condition) {
		return client.sql(SELECT + condition);
	}

	private int write(String sql, Account account) {
		AccountName name = account.name();
		AccountState state = account.state();
		return this.database.inTransaction((client) -> client.sql(sql)
			.param(name.username())
			.param(name.usernameKey())
			.param(name.email())
			.param(name.emailKey())
			.param(account.password().reveal())
			.param(JsonText.of(account.user().data()))
			.param(JsonText.of(account.user().permissions()))
			.param(JsonText.of(account.roles()))
			.param(state.enabled())
			.param(state.verified())
			.param(state.passwordVersion())
			.param(account.id())
			.param(state.revision())
			.update());
	}

	// Which column it was is looked up: each database says it in words of its own.
	private Outcome takenByAnother(Account account, DataIntegrityViolationException refusal) {
		Account sameName = find(account.name().username());
		if (sameName != null && !sameName.id().equals(account.id())) {
			return Outcome.NAME_TAKEN;
		}
		String email = account.name().email();
		Account sameEmail = (email != null) ? findByEmail(email) : null;
		if (sameEmail != null && !sameEmail.id().equals(account.id())) {
			return Outcome.EMAIL_TAKEN;
		}
		throw refusal;
	}

	private static Account read(ResultSet row, int number) throws SQLException {
		AuthUser user = new AuthUser(row.getString("id"), JsonText.object(row.getString("data")),
				PermissionSet.of(JsonText.list(row.getString("permissions"))));
		return new Account(user, new AccountName(row.getString("username"), row.getString("email")),
				Secret.of(row.getString("password")), Set.copyOf(JsonText.list(row.getString("roles"))),
				new AccountState(row.getBoolean("enabled"), row.getBoolean("verified"), row.getLong("password_version"),
						row.getLong("revision")));
	}

}
