/**
 * What people and administrators do with accounts: register, change and prove things,
 * manage others.
 */
@NullMarked
package dev.authgate.account.change;

import org.jspecify.annotations.NullMarked;
