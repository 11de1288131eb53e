/**
 * Sockets of {@code @ServerEndpoint} classes, which the container opens.
 */
@NullMarked
package dev.authgate.spring.websocket.endpoint;

import org.jspecify.annotations.NullMarked;
