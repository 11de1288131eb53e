/**
 * Limits on how often credentials may be tried.
 */
@NullMarked
package dev.authgate.throttle;

import org.jspecify.annotations.NullMarked;
