/**
 * The application guarded by Authgate.
 */
@NullMarked
package dev.authgate.benchmark.authgate;

import org.jspecify.annotations.NullMarked;
