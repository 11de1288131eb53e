/**
 * STOMP through a real port.
 */
package dev.authgate.spring.websocket.stomp;
