/**
 * Tickets for handshakes: how they are issued, and whom they stand for.
 */
@NullMarked
package dev.authgate.spring.websocket.ticket;

import org.jspecify.annotations.NullMarked;
