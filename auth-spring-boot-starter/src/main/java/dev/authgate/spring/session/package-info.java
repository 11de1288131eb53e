/**
 * Logins of browsers, kept in the servlet session.
 */
@NullMarked
package dev.authgate.spring.session;

import org.jspecify.annotations.NullMarked;
