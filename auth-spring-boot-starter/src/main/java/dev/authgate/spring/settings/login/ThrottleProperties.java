package dev.authgate.spring.settings.login;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.throttle.Limit;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on how often credentials may be tried.
 *
 * @param enabled Whether attempts are counted.
 * @param account Failed logins of one account from all addresses that it is not known
 * from, 100 a day at most.
 * @param accountAndAddress Failed logins of one account from one client address.
 * @param address Failed logins from one client address, an IPv4 address or 64 bits of an
 * IPv6 one.
 * @param knownAddressFor How long an account is known from an address from which it
 * logged in.
 * @param refresh Failed exchanges of refresh tokens from one client address.
 * @param reset Messages and tokens to reset a password or to prove an address, for one
 * account and for one client address.
 * @param register Registrations from one client address.
 * @param apiKey Wrong API keys from one client address.
 */
public record ThrottleProperties(@DefaultValue("true") boolean enabled, @DefaultValue("100/1d") Limit account,
		@DefaultValue("10/15m") Limit accountAndAddress, @DefaultValue("100/15m") Limit address,
		@DefaultValue("30d") Duration knownAddressFor, @DefaultValue("100/15m") Limit refresh,
		@DefaultValue("10/1h") Limit reset, @DefaultValue("20/1h") Limit register,
		@DefaultValue("100/1m") Limit apiKey) {

	// https://pages.nist.gov/800-63-4/sp800-63b.html, section 3.2.2
	private static final int MAX_FAILURES = 100;

	private static final Duration MAX_KNOWN = Duration.ofDays(366);

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	public void check() {
		if (this.account.attempts() > MAX_FAILURES || this.account.period().compareTo(Duration.ofDays(1)) < 0) {
			throw new MisconfigurationException(
					"authgate.users.throttle.account permits more than 100 failed logins of one account in a day.",
					"Set it to 100/1d or less, for example 50/1d.");
		}
		if (this.knownAddressFor.isNegative() || this.knownAddressFor.isZero()
				|| this.knownAddressFor.compareTo(MAX_KNOWN) > 0) {
			throw new MisconfigurationException(
					"authgate.users.throttle.known-address-for is not between one second and 366 days.",
					"Set it to 30d, say.");
		}
	}

}
