/**
 * The endpoints of accounts over real connections.
 */
@NullMarked
package dev.authgate.spring.account;

import org.jspecify.annotations.NullMarked;
