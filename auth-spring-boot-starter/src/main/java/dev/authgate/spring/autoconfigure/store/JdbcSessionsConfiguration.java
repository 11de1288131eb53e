package dev.authgate.spring.autoconfigure.store;

import dev.authgate.revocation.RevocationStore;
import dev.authgate.session.SessionStore;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.jdbc.JdbcRevocationStore;
import dev.authgate.spring.jdbc.JdbcSessionStore;
import dev.authgate.spring.jdbc.JdbcTicketStore;
import dev.authgate.spring.store.Deadline;
import dev.authgate.spring.store.DeadlineRevocationStore;
import dev.authgate.spring.store.DeadlineSessionStore;
import dev.authgate.spring.store.DeadlineTicketStore;
import dev.authgate.ticket.TicketStore;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sessions, revocations and tickets, where all nodes share a database.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "authgate.store", havingValue = "jdbc")
@ConditionalOnClass(JdbcClient.class)
@Lazy
public final class JdbcSessionsConfiguration {

	@Bean
	Deadline authgateStoreDeadline() {
		return Deadline.ofDatabase(Deadline.REQUESTS);
	}

	@Bean
	@ConditionalOnMissingBean
	SessionStore authgateSessionStore(JdbcAccess database, Deadline deadline) {
		return new DeadlineSessionStore(new JdbcSessionStore(database), deadline);
	}

	@Bean
	@ConditionalOnMissingBean
	RevocationStore authgateRevocationStore(JdbcAccess database) {
		return new DeadlineRevocationStore(new JdbcRevocationStore(database), Deadline::ofDatabase);
	}

	@Bean
	@ConditionalOnMissingBean
	TicketStore authgateTicketStore(JdbcAccess database, Deadline deadline) {
		return new DeadlineTicketStore(new JdbcTicketStore(database), deadline);
	}

}
