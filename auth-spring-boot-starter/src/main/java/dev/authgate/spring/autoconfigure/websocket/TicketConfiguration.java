package dev.authgate.spring.autoconfigure.websocket;

import java.time.Clock;

import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.settings.store.StoreKind;
import dev.authgate.spring.websocket.ticket.TicketEndpoint;
import dev.authgate.spring.websocket.ticket.Tickets;
import dev.authgate.ticket.InMemoryTicketStore;
import dev.authgate.ticket.TicketStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Tickets for handshakes, where they are switched on.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("authgate.endpoints.ws-ticket.enabled")
public final class TicketConfiguration {

	@Bean
	@ConditionalOnMissingBean
	TicketStore authgateTicketStore() {
		return new InMemoryTicketStore();
	}

	@Bean
	Tickets authgateTickets(TicketStore store, AuthgateProperties properties, LiveCredentials following,
			ConfigurableListableBeanFactory beans, ObjectProvider<Clock> clock) {
		return new Tickets(store, properties.websocket().limits().ticketTimeToLive(),
				new MadeRevocations(beans, properties.store() != StoreKind.MEMORY), following,
				clock.getIfUnique(Clock::systemUTC));
	}

	@Bean
	TicketEndpoint authgateTicketEndpoint(AuthgateProperties properties, Tickets tickets) {
		return new TicketEndpoint(properties.endpoints().wsTicket().path(), tickets);
	}

	@Bean
	RouterFunction<ServerResponse> authgateTicketRoute(TicketEndpoint endpoint) {
		return endpoint.route();
	}

}
