/**
 * A small application and the tests that its makers would write.
 */
@NullMarked
package dev.authgate.spring.test.slice;

import org.jspecify.annotations.NullMarked;
