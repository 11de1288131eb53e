/**
 * STOMP: each frame of a client is judged before anybody handles it.
 */
@NullMarked
package dev.authgate.spring.websocket.stomp;

import org.jspecify.annotations.NullMarked;
