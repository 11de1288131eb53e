/**
 * The properties of sockets.
 */
@NullMarked
package dev.authgate.spring.settings.websocket;

import org.jspecify.annotations.NullMarked;
