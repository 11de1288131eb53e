/**
 * Handshakes of sockets: the credentials that they carry in places of their own, and how
 * they are refused.
 */
@NullMarked
package dev.authgate.spring.websocket.handshake;

import org.jspecify.annotations.NullMarked;
