/**
 * The application guarded by Sa-Token.
 */
@NullMarked
package dev.authgate.benchmark.satoken;

import org.jspecify.annotations.NullMarked;
