/**
 * The application guarded by Spring Security, as its users write it.
 */
@NullMarked
package dev.authgate.benchmark.security;

import org.jspecify.annotations.NullMarked;
