package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.contract.session.SweptSessionStoreContract;
import dev.authgate.session.SessionStore;

class H2SessionStoreTests extends SweptSessionStoreContract {

	private static final DataSource DATABASE = TestDatabases.h2();

	@Override
	protected SessionStore store() {
		return new JdbcSessionStore(TestDatabases.emptied(DATABASE, "authgate_session"));
	}

}
