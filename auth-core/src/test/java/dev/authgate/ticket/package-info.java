/**
 * Tests of tickets.
 */
package dev.authgate.ticket;
