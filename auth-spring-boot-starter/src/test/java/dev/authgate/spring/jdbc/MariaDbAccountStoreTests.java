package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.account.AccountRepository;
import dev.authgate.contract.AccountRepositoryContract;
import dev.authgate.spring.server.OnMariaDb;

@OnMariaDb
class MariaDbAccountStoreTests extends AccountRepositoryContract {

	private static final DataSource DATABASE = TestDatabases.mariaDb();

	@Override
	protected AccountRepository repository() {
		return new JdbcAccountStore(TestDatabases.emptied(DATABASE, "authgate_account"));
	}

}
