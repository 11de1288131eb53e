package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.contract.session.RevocationStoreContract;
import dev.authgate.revocation.RevocationStore;

class PostgresRevocationStoreTests extends RevocationStoreContract {

	private static final DataSource DATABASE = TestDatabases.postgres();

	@Override
	protected RevocationStore store() {
		TestDatabases.emptied(DATABASE, "authgate_revocation_number");
		return new JdbcRevocationStore(TestDatabases.emptied(DATABASE, "authgate_revocation"));
	}

}
