/**
 * Accounts of people who log in with a user name and a password.
 */
@NullMarked
package dev.authgate.account;

import org.jspecify.annotations.NullMarked;
