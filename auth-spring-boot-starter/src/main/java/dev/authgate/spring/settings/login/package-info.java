/**
 * The properties of people who log in: accounts, logins, sessions and limits.
 */
@NullMarked
package dev.authgate.spring.settings.login;

import org.jspecify.annotations.NullMarked;
