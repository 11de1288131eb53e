package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.ticket.TicketStore;
import dev.authgate.contract.TicketStoreContract;
import dev.authgate.spring.server.OnMariaDb;

@OnMariaDb
class MariaDbTicketStoreTests extends TicketStoreContract {

	private static final DataSource DATABASE = TestDatabases.mariaDb();

	@Override
	protected TicketStore store() {
		return new JdbcTicketStore(TestDatabases.emptied(DATABASE, "authgate_ticket"));
	}

}
