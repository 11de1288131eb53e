/**
 * Binds properties to records strictly: what is unknown, misshapen or empty is refused,
 * and no value is ever repeated.
 */
@NullMarked
package dev.authgate.spring.properties;

import org.jspecify.annotations.NullMarked;
