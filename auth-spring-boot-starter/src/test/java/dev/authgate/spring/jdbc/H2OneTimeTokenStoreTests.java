package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.contract.OneTimeTokenStoreContract;

class H2OneTimeTokenStoreTests extends OneTimeTokenStoreContract {

	private static final DataSource DATABASE = TestDatabases.h2();

	@Override
	protected OneTimeTokenStore store() {
		return new JdbcOneTimeTokenStore(TestDatabases.emptied(DATABASE, "authgate_one_time_token"));
	}

}
