package dev.authgate.spring.settings.token;

import java.time.Duration;

import dev.authgate.spring.properties.PropertyBounds;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens that are taken back before they expire.
 *
 * @param retention How long it is remembered at least that the tokens of a user were
 * taken back. No token of a user may be valid for longer, also none of a trusted issuer.
 */
public record RevocationProperties(@DefaultValue("90d") Duration retention) {

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		PropertyBounds.requireTime("authgate.revocation.retention", this.retention, "90d");
	}

}
