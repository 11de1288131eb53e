package dev.authgate.spring.settings.store;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Removal of what has expired.
 *
 * @param enabled Whether this node removes what has expired from its stores.
 * @param interval Time between two removals.
 */
public record CleanUpProperties(@DefaultValue("true") boolean enabled, @DefaultValue("1h") Duration interval) {

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		if (this.interval.compareTo(Duration.ofSeconds(1)) < 0 || this.interval.compareTo(Duration.ofDays(366)) > 0) {
			throw new MisconfigurationException("authgate.clean-up.interval is not between one second and 366 days.",
					"Set it to 1h, say.");
		}
	}

}
