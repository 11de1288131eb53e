/**
 * Tests of the table of guards.
 */
@NullMarked
package dev.authgate.spring.guard;

import org.jspecify.annotations.NullMarked;
