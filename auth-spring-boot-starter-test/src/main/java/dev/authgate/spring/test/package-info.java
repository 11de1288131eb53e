/**
 * What the tests of a guarded application send, preset and assert.
 */
@NullMarked
package dev.authgate.spring.test;

import org.jspecify.annotations.NullMarked;
