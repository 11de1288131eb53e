/**
 * The handlers of the application: their routes, what their annotations declare, and
 * which of them a request reaches.
 */
@NullMarked
package dev.authgate.spring.guard.handler;

import org.jspecify.annotations.NullMarked;
