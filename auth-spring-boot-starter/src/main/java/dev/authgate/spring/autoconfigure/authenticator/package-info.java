/**
 * Wires the authenticators that properties and beans ask for.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.authenticator;

import org.jspecify.annotations.NullMarked;
