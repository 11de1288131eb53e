/**
 * Wiring of what is kept outside of this process.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.store;

import org.jspecify.annotations.NullMarked;
