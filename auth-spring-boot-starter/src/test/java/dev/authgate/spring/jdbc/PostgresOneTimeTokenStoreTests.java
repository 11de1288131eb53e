package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.contract.OneTimeTokenStoreContract;

class PostgresOneTimeTokenStoreTests extends OneTimeTokenStoreContract {

	private static final DataSource DATABASE = TestDatabases.postgres();

	@Override
	protected OneTimeTokenStore store() {
		return new JdbcOneTimeTokenStore(TestDatabases.emptied(DATABASE, "authgate_one_time_token"));
	}

}
