/**
 * Stores that other processes hold, waited for no longer than a request can wait.
 */
@NullMarked
package dev.authgate.spring.store;

import org.jspecify.annotations.NullMarked;
