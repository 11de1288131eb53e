/**
 * The wiring of sockets, where the application has any.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.websocket;

import org.jspecify.annotations.NullMarked;
