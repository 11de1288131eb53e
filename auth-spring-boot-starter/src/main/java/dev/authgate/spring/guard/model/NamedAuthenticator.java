package dev.authgate.spring.guard.model;

import dev.authgate.Authenticator;

/**
 * An authenticator under the name by which configuration and annotations choose it.
 *
 * @param name the name
 * @param authenticator the authenticator
 */
public record NamedAuthenticator(String name, Authenticator authenticator) {
}
