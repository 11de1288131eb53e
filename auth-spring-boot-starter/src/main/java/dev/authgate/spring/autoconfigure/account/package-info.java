/**
 * Wiring of what people and administrators do with accounts.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.account;

import org.jspecify.annotations.NullMarked;
