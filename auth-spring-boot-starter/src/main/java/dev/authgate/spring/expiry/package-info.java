/**
 * The removal of what has expired.
 */
@NullMarked
package dev.authgate.spring.expiry;

import org.jspecify.annotations.NullMarked;
