/**
 * What every variant of the application shares: the resource it serves, and the
 * credentials it takes.
 */
@NullMarked
package dev.authgate.benchmark.app;

import org.jspecify.annotations.NullMarked;
