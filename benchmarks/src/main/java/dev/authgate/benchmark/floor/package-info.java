/**
 * The least that a guard inside Spring Security's filter chain proxy can do.
 */
@NullMarked
package dev.authgate.benchmark.floor;

import org.jspecify.annotations.NullMarked;
