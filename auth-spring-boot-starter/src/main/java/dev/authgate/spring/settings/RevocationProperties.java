package dev.authgate.spring.settings;

import java.time.Duration;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens that are taken back before they expire.
 *
 * @param retention How long it is remembered at least that the tokens of a user were
 * taken back. No token of a user may be valid for longer, also none of a trusted issuer.
 */
public record RevocationProperties(@DefaultValue("90d") Duration retention) {

	void check() {
		SessionPropertyChecks.requireTime("authgate.revocation.retention", this.retention, "90d");
	}

}
