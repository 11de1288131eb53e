package dev.authgate.spring.websocket;

import org.jspecify.annotations.Nullable;

/**
 * What is configured for the messages of sockets.
 *
 * @param onRefused what becomes of a refused message
 * @param renewal whether a message may bring a new credential
 * @param maxBytes how long a message may be, {@code null} for what the container permits
 */
public record MessagePolicy(OnRefusedMessage onRefused, boolean renewal, @Nullable Integer maxBytes) {
}
