/**
 * Wires sessions, refresh tokens and what takes tokens back.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.session;

import org.jspecify.annotations.NullMarked;
