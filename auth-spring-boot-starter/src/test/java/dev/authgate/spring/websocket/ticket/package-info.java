/**
 * Tests of tickets.
 */
package dev.authgate.spring.websocket.ticket;
