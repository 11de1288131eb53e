/**
 * Tests of what is taken back.
 */
@NullMarked
package dev.authgate.spring.revocation;

import org.jspecify.annotations.NullMarked;
