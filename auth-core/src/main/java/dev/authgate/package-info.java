/**
 * The vocabulary of authentication and authorization that every other part of Authgate
 * speaks.
 */
@NullMarked
package dev.authgate;

import org.jspecify.annotations.NullMarked;
