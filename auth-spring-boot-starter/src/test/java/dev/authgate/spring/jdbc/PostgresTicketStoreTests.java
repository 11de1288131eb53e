package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.ticket.TicketStore;
import dev.authgate.contract.TicketStoreContract;

class PostgresTicketStoreTests extends TicketStoreContract {

	private static final DataSource DATABASE = TestDatabases.postgres();

	@Override
	protected TicketStore store() {
		return new JdbcTicketStore(TestDatabases.emptied(DATABASE, "authgate_ticket"));
	}

}
