/**
 * Tests of the wiring of authenticators.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.authenticator;

import org.jspecify.annotations.NullMarked;
