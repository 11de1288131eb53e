package dev.authgate.spring.guard.model;

import dev.authgate.RequestPolicy;

/**
 * A policy under the name by which configuration and annotations choose it.
 *
 * @param name the name
 * @param policy the policy
 */
public record NamedPolicy(String name, RequestPolicy policy) {
}
