/**
 * What is taken back, as tokens and logins ask for it.
 */
@NullMarked
package dev.authgate.spring.revocation;

import org.jspecify.annotations.NullMarked;
