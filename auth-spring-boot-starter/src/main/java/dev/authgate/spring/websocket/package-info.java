/**
 * Sockets: what opens them is guarded like every other route.
 */
@NullMarked
package dev.authgate.spring.websocket;

import org.jspecify.annotations.NullMarked;
