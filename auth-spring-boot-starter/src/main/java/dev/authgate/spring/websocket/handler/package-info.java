/**
 * Sockets of Spring's handlers, with and without SockJS.
 */
@NullMarked
package dev.authgate.spring.websocket.handler;

import org.jspecify.annotations.NullMarked;
