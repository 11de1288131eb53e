package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.account.AccountRepository;
import dev.authgate.contract.AccountRepositoryContract;

class H2AccountStoreTests extends AccountRepositoryContract {

	private static final DataSource DATABASE = TestDatabases.h2();

	@Override
	protected AccountRepository repository() {
		return new JdbcAccountStore(TestDatabases.emptied(DATABASE, "authgate_account"));
	}

}
