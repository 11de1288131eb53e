package dev.authgate.spring.guard;

import dev.authgate.spring.guard.model.Guard;

/**
 * A row of the table of guards: a route, and what guards it.
 *
 * @param methods the methods, separated by commas, or {@code *} for all
 * @param pattern the pattern of its paths
 * @param guard what guards it
 * @param handler the handler or rule that serves or guards it
 */
public record Route(String methods, String pattern, Guard guard, String handler) {
}
