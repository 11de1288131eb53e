package dev.authgate.spring.autoconfigure;

import java.time.Clock;

import dev.authgate.spring.actuate.AuditedAuthentications;
import dev.authgate.spring.actuate.AuditedEvents;
import dev.authgate.spring.actuate.QueuedAuditEvents;
import dev.authgate.spring.jdbc.AuditTable;
import dev.authgate.spring.jdbc.JdbcAccess;
import dev.authgate.spring.settings.AuthgateProperties;
import dev.authgate.spring.web.origin.Proxies;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.audit.AuditEventRepository;
import org.springframework.boot.actuate.security.AbstractAuthenticationAuditListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * Audit events for the actuator.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass({ AuditEventRepository.class, AbstractAuthenticationAuditListener.class })
@Import({ ActuatorAuditConfiguration.ActuatorStore.class, ActuatorAuditConfiguration.ActuatorEvents.class })
final class ActuatorAuditConfiguration {

	/**
	 * Where events are kept.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "authgate.audit.store", havingValue = "jdbc")
	@ConditionalOnBean(JdbcAccess.class)
	static final class ActuatorStore {

		@Bean(initMethod = "start")
		@ConditionalOnMissingBean(AuditEventRepository.class)
		QueuedAuditEvents authgateAuditEvents(JdbcAccess database, AuthgateProperties properties,
				ObjectProvider<Clock> clock) {
			return new QueuedAuditEvents(new AuditTable(database, properties.audit().retention()),
					clock.getIfUnique(Clock::systemUTC));
		}

	}

	/**
	 * What becomes an event.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnBooleanProperty(name = "management.auditevents.enabled", matchIfMissing = true)
	static final class ActuatorEvents {

		@Bean
		AuditedEvents authgateAuditedEvents(ApplicationEventPublisher publisher, ObjectProvider<Clock> clock) {
			return new AuditedEvents(publisher, clock.getIfUnique(Clock::systemUTC));
		}

		@Bean
		@ConditionalOnBean(AuditEventRepository.class)
		@ConditionalOnMissingBean(AbstractAuthenticationAuditListener.class)
		AuditedAuthentications authgateAuditedAuthentications(AuthgateProperties properties, Proxies proxies,
				ApplicationEventPublisher publisher, ObjectProvider<Clock> clock) {
			return new AuditedAuthentications(properties.audit().authentications(), proxies, publisher,
					clock.getIfUnique(Clock::systemUTC));
		}

	}

}
