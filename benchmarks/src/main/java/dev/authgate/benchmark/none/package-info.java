/**
 * The application without security.
 */
@NullMarked
package dev.authgate.benchmark.none;

import org.jspecify.annotations.NullMarked;
