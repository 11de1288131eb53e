/**
 * Logins of browsers over real connections.
 */
@NullMarked
package dev.authgate.spring.browser;

import org.jspecify.annotations.NullMarked;
