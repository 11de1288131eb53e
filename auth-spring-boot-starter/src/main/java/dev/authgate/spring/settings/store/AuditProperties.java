package dev.authgate.spring.settings.store;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Audit events.
 *
 * @param authentications Whether each request of a known caller is audited too, where
 * audit events are kept.
 * @param store Where audit events are kept, besides an AuditEventRepository bean of the
 * application.
 * @param retention How long audit events are kept in the database.
 */
public record AuditProperties(@DefaultValue("true") boolean authentications, @DefaultValue("none") AuditStoreKind store,
		@DefaultValue("90d") Duration retention) {

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		if (this.retention.compareTo(Duration.ofHours(1)) < 0) {
			throw new MisconfigurationException("authgate.audit.retention is less than one hour.",
					"Set it to 90d, say.");
		}
	}

	/**
	 * Where audit events are kept.
	 */
	public enum AuditStoreKind {

		/** Nowhere, unless the application does. */
		NONE,
		/** In the application's database. */
		JDBC

	}

}
