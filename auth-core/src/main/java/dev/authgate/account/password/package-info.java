/**
 * Passwords: which are good enough, and how they are encoded without exhausting the
 * memory.
 */
@NullMarked
package dev.authgate.account.password;

import org.jspecify.annotations.NullMarked;
