package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.contract.session.SweptSessionStoreContract;
import dev.authgate.session.SessionStore;
import dev.authgate.spring.server.OnMariaDb;

@OnMariaDb
class MariaDbSessionStoreTests extends SweptSessionStoreContract {

	private static final DataSource DATABASE = TestDatabases.mariaDb();

	@Override
	protected SessionStore store() {
		return new JdbcSessionStore(TestDatabases.emptied(DATABASE, "authgate_session"));
	}

}
