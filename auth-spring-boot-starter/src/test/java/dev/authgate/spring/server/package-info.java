/**
 * Servers that tests start: a real PostgreSQL and a real Redis.
 */
@NullMarked
package dev.authgate.spring.server;

import org.jspecify.annotations.NullMarked;
