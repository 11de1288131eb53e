package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.contract.session.RevocationStoreContract;
import dev.authgate.revocation.RevocationStore;
import dev.authgate.spring.server.OnMariaDb;

@OnMariaDb
class MariaDbRevocationStoreTests extends RevocationStoreContract {

	private static final DataSource DATABASE = TestDatabases.mariaDb();

	@Override
	protected RevocationStore store() {
		TestDatabases.emptied(DATABASE, "authgate_revocation_number");
		return new JdbcRevocationStore(TestDatabases.emptied(DATABASE, "authgate_revocation"));
	}

}
