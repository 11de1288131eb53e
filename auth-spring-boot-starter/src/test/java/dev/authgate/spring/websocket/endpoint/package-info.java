/**
 * Sockets of {@code @ServerEndpoint} classes, from outside.
 */
@NullMarked
package dev.authgate.spring.websocket.endpoint;

import org.jspecify.annotations.NullMarked;
