package dev.authgate.spring.settings.websocket;

import java.time.Duration;

import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.properties.PropertyBounds;
import dev.authgate.throttle.Limit;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one caller of sockets may ask for.
 *
 * @param maxPerUser How many sockets one user may have open. One more is refused.
 * @param maxMessageSize How long a message may be. Unset, what the container permits.
 * @param handshakes Handshakes from one client address, an IPv4 address or 64 bits of an
 * IPv6 one.
 * @param ticketTimeToLive How long a ticket of the endpoint 'ws-ticket' is valid.
 */
public record SocketLimits(@DefaultValue("20") int maxPerUser, @Nullable DataSize maxMessageSize,
		@DefaultValue("600/1m") Limit handshakes, @DefaultValue("30s") Duration ticketTimeToLive) {

	private static final long MAX_MESSAGE = 16L << 20;

	private static final Duration MAX_TICKET = Duration.ofMinutes(5);

	/**
	 * Refuses values that could not work.
	 * @throws MisconfigurationException for the first of them
	 */
	void check() {
		PropertyBounds.requireOne("authgate.websocket.limits.max-per-user", this.maxPerUser);
		if (this.maxMessageSize != null
				&& (this.maxMessageSize.toBytes() < 1 || this.maxMessageSize.toBytes() > MAX_MESSAGE)) {
			throw new MisconfigurationException(
					"authgate.websocket.limits.max-message-size is not between one byte and 16MB.",
					"Set it to 64KB, say.");
		}
		if (this.ticketTimeToLive.compareTo(Duration.ofSeconds(1)) < 0
				|| this.ticketTimeToLive.compareTo(MAX_TICKET) > 0) {
			throw new MisconfigurationException(
					"authgate.websocket.limits.ticket-time-to-live is not between one second and five minutes.",
					"Set it to 30s, say.");
		}
	}

}
