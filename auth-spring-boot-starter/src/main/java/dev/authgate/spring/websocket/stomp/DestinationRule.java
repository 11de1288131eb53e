package dev.authgate.spring.websocket.stomp;

import dev.authgate.spring.guard.model.Access;
import dev.authgate.spring.guard.model.Requirement;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.SimpMessageType;

/**
 * What holds for the frames to one pattern of destinations.
 *
 * @param pattern the pattern, as the application's own mappings write them
 * @param type {@code MESSAGE} or {@code SUBSCRIBE}, {@code null} for both
 * @param access who is let through
 * @param requirement what a known caller must be allowed to do
 * @param source where the rule stands, for failures
 */
public record DestinationRule(String pattern, @Nullable SimpMessageType type, Access access, Requirement requirement,
		String source) {

	boolean isOf(SimpMessageType asked) {
		return this.type == null || this.type == asked;
	}

	boolean meets(DestinationRule other) {
		return this.pattern.equals(other.pattern)
				&& (this.type == null || other.type == null || this.type == other.type);
	}

}
