package dev.authgate.spring.throttle;

import dev.authgate.throttle.Limit;

/**
 * A limit and the name under which its attempts are counted.
 *
 * @param name the name, the same on all nodes
 * @param limit the limit
 */
public record NamedLimit(String name, Limit limit) {
}
