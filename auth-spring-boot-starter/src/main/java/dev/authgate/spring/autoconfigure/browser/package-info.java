/**
 * Wires logins of browsers.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.browser;

import org.jspecify.annotations.NullMarked;
