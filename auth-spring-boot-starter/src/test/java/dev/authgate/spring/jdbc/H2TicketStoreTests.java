package dev.authgate.spring.jdbc;

import javax.sql.DataSource;

import dev.authgate.ticket.TicketStore;
import dev.authgate.contract.TicketStoreContract;

class H2TicketStoreTests extends TicketStoreContract {

	private static final DataSource DATABASE = TestDatabases.h2();

	@Override
	protected TicketStore store() {
		return new JdbcTicketStore(TestDatabases.emptied(DATABASE, "authgate_ticket"));
	}

}
