package dev.authgate.spring.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import dev.authgate.secret.SecretDigest;
import dev.authgate.session.RefreshState;
import dev.authgate.session.Session;
import dev.authgate.session.SessionKind;
import dev.authgate.session.SessionLifetime;
import dev.authgate.session.SessionOrigin;
import dev.authgate.session.SessionStore;
import org.jspecify.annotations.Nullable;

/**
 * Sessions in the application's database, in the table {@code authgate_session}.
 * <p>
 * Of refresh tokens digests are kept, and times to the millisecond. Safe for use by
 * several threads and nodes.
 */
public final class JdbcSessionStore implements SessionStore {

	private static final String SELECT = "SELECT * FROM authgate_session WHERE ";

	private static final String DELETE = "DELETE FROM authgate_session WHERE ";

	private static final String INSERT = """
			INSERT INTO authgate_session (id, user_id, kind, address, agent, created_at, last_used_at, idle_timeout,
				expires_at, ends_at, epoch, scope, refresh_family, refresh_current, refresh_previous, refresh_rotated_at,
				revision)
			VALUES (:id, :user_id, :kind, :address, :agent, :created_at, :last_used_at, :idle_timeout, :expires_at,
				:ends_at, :epoch, :scope, :refresh_family, :refresh_current, :refresh_previous, :refresh_rotated_at,
				:revision)
			""";

	private static final String UPDATE = """
			UPDATE authgate_session SET last_used_at = :last_used_at, ends_at = :ends_at, idle_timeout = :idle_timeout,
				expires_at = :expires_at, epoch = :epoch, scope = :scope, refresh_family = :refresh_family,
				refresh_current = :refresh_current, refresh_previous = :refresh_previous,
				refresh_rotated_at = :refresh_rotated_at, revision = :revision + 1
			WHERE id = :id AND revision = :revision
			""";

	private final JdbcAccess database;

	/**
	 * Makes the store of a database.
	 * @param database the database
	 */
	public JdbcSessionStore(JdbcAccess database) {
		this.database = database;
	}

	@Override
	public void insert(Session session) {
		this.database.inTransaction((client) -> client.sql(INSERT).params(row(session)).update());
	}

	@Override
	public @Nullable Session find(String id) {
		return this.database.inTransaction((client) -> client.sql(SELECT + "id = ?")
			.param(id)
			.query((row, number) -> session(row))
			.optional()
			.orElse(null));
	}

	@Override
	public List<Session> findByUser(String userId) {
		return this.database.inTransaction((client) -> client.sql(SELECT + "user_id = ?")
			.param(userId)
			.query((row, number) -> session(row))
			.list());
	}

	// Whoever changes the row first locks it, and leaves another revision to the next.
	@Override
	public boolean replace(Session session) {
		return this.database.inTransaction((client) -> client.sql(UPDATE).params(row(session)).update() == 1);
	}

	@Override
	public boolean delete(String id) {
		return this.database.inTransaction((client) -> client.sql(DELETE + "id = ?").param(id).update() == 1);
	}

	@Override
	public int deleteExpired(Instant now, int limit) {
		return this.database.inTransaction((client) -> {
			int deleted = 0;
			List<String> ids = client.sql("SELECT id FROM authgate_session WHERE ends_at <= ? ORDER BY ends_at LIMIT ?")
				.params(now.toEpochMilli(), limit)
				.query((row, number) -> Objects.requireNonNull(row.getString("id")))
				.list();
			for (String id : ids) {
				deleted += client.sql(DELETE + "id = ? AND ends_at <= ?").params(id, now.toEpochMilli()).update();
			}
			return deleted;
		});
	}

	private static Map<String, @Nullable Object> row(Session session) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		row.put("id", session.id());
		row.put("user_id", session.userId());
		row.put("kind", session.origin().kind().name());
		row.put("address", session.origin().address());
		row.put("agent", session.origin().agent());
		row.put("created_at", session.lifetime().createdAt().toEpochMilli());
		row.put("last_used_at", session.lifetime().lastUsedAt().toEpochMilli());
		row.put("idle_timeout", session.lifetime().idleTimeout().toMillis());
		row.put("expires_at", session.lifetime().expiresAt().toEpochMilli());
		row.put("ends_at", session.lifetime().endsAt().toEpochMilli());
		row.put("epoch", session.epoch());
		row.put("scope", (session.scope() != null) ? JsonText.of(new TreeSet<>(session.scope())) : null);
		RefreshState refresh = session.refresh();
		row.put("refresh_family", (refresh != null) ? refresh.family().toString() : null);
		row.put("refresh_current", (refresh != null) ? refresh.current().toString() : null);
		row.put("refresh_previous",
				(refresh != null && refresh.previous() != null) ? refresh.previous().toString() : null);
		row.put("refresh_rotated_at", (refresh != null) ? refresh.rotatedAt().toEpochMilli() : null);
		row.put("revision", session.revision());
		return row;
	}

	private static Session session(ResultSet row) throws SQLException {
		String scope = row.getString("scope");
		SessionOrigin origin = new SessionOrigin(SessionKind.valueOf(row.getString("kind")), row.getString("address"),
				row.getString("agent"));
		SessionLifetime lifetime = new SessionLifetime(time(row, "created_at"), time(row, "last_used_at"),
				Duration.ofMillis(row.getLong("idle_timeout")), time(row, "expires_at"));
		return new Session(row.getString("id"), row.getString("user_id"), origin, lifetime, row.getLong("epoch"),
				(scope != null) ? new HashSet<>(JsonText.list(scope)) : null, refresh(row), row.getLong("revision"));
	}

	private static @Nullable RefreshState refresh(ResultSet row) throws SQLException {
		SecretDigest family = digest(row, "refresh_family");
		return (family == null) ? null
				: new RefreshState(family, Objects.requireNonNull(digest(row, "refresh_current")),
						digest(row, "refresh_previous"), time(row, "refresh_rotated_at"));
	}

	private static @Nullable SecretDigest digest(ResultSet row, String column) throws SQLException {
		String text = row.getString(column);
		return (text != null) ? SecretDigest.parse(text) : null;
	}

	private static Instant time(ResultSet row, String column) throws SQLException {
		return Instant.ofEpochMilli(row.getLong(column));
	}

}
