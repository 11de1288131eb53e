/**
 * Contracts that every store of sessions and revocations fulfils, and the sessions, clock
 * and threads to check them with.
 */
@NullMarked
package dev.authgate.contract.session;

import org.jspecify.annotations.NullMarked;
