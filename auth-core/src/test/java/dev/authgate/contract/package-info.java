/**
 * Contracts that every authenticator and every store fulfils, and the requests, keys and
 * users to check them with.
 */
@NullMarked
package dev.authgate.contract;

import org.jspecify.annotations.NullMarked;
