package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.account.token.OneTimeTokenStore;
import dev.authgate.contract.OneTimeTokenStoreContract;
import dev.authgate.spring.server.OnMariaDb;

@OnMariaDb
class MariaDbOneTimeTokenStoreTests extends OneTimeTokenStoreContract {

	private static final DataSource DATABASE = TestDatabases.mariaDb();

	@Override
	protected OneTimeTokenStore store() {
		return new JdbcOneTimeTokenStore(TestDatabases.emptied(DATABASE, "authgate_one_time_token"));
	}

}
