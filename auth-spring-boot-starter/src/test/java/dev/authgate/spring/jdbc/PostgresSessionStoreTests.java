package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.contract.session.SweptSessionStoreContract;
import dev.authgate.session.SessionStore;

class PostgresSessionStoreTests extends SweptSessionStoreContract {

	private static final DataSource DATABASE = TestDatabases.postgres();

	@Override
	protected SessionStore store() {
		return new JdbcSessionStore(TestDatabases.emptied(DATABASE, "authgate_session"));
	}

}
