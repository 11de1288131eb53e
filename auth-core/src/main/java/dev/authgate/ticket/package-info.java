/**
 * Tickets that stand for their holder once, for one path, for some seconds.
 */
@NullMarked
package dev.authgate.ticket;

import org.jspecify.annotations.NullMarked;
