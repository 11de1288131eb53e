/**
 * What is taken back, as tokens, logins and open sockets ask for it.
 */
@NullMarked
package dev.authgate.spring.revocation;

import org.jspecify.annotations.NullMarked;
