package dev.authgate.spring.settings.websocket;

import java.util.List;

import dev.authgate.spring.guard.model.Access;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationPropertiesSource;

/**
 * A rule for STOMP destinations.
 *
 * @param destination Pattern of destinations, for example /topic/threads/**.
 * @param type What is done: 'send' or 'subscribe'. Both by default.
 * @param access Who is let through: 'required', 'public' or 'denied'.
 * @param permissions Permissions that are all required, in addition to those of
 * annotations.
 * @param anyPermission Permissions one of which is required.
 * @param roles Roles one of which is required.
 */
@ConfigurationPropertiesSource
public record Destination(@Nullable String destination, @Nullable Type type, @Nullable Access access,
		@Nullable List<String> permissions, @Nullable List<String> anyPermission, @Nullable List<String> roles) {

	/**
	 * What is done with a destination.
	 */
	public enum Type {

		/** A message is sent to it. */
		SEND,
		/** Messages from it are asked for. */
		SUBSCRIBE

	}

}
