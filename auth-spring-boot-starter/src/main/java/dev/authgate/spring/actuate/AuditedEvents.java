package dev.authgate.spring.actuate;

import java.time.Clock;

import dev.authgate.AuthEvent;

import org.springframework.boot.actuate.audit.listener.AuditApplicationEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;

/**
 * Publishes what an audit log should know as Spring Boot's audit events.
 * <p>
 * Safe for use by several threads.
 */
public final class AuditedEvents {

	private final ApplicationEventPublisher publisher;

	private final Clock clock;

	/**
	 * Makes a publisher.
	 * @param publisher the application's
	 * @param clock tells the time
	 */
	public AuditedEvents(ApplicationEventPublisher publisher, Clock clock) {
		this.publisher = publisher;
		this.clock = clock;
	}

	@EventListener
	void onEvent(AuthEvent event) {
		this.publisher.publishEvent(new AuditApplicationEvent(AuditRecord.of(event).at(this.clock)));
	}

}
