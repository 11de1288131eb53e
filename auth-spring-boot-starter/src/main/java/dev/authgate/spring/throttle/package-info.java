/**
 * The counts of attempts, and the login that asks them first.
 */
@NullMarked
package dev.authgate.spring.throttle;

import org.jspecify.annotations.NullMarked;
