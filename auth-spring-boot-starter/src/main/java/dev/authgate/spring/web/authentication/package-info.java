/**
 * Asks the authenticators of a guard who calls.
 */
@NullMarked
package dev.authgate.spring.web.authentication;

import org.jspecify.annotations.NullMarked;
