/**
 * Tokens that prove once that a message arrived.
 */
@NullMarked
package dev.authgate.account.token;

import org.jspecify.annotations.NullMarked;
