/**
 * Servers that tests start: a real PostgreSQL, a real MariaDB and a real Redis.
 */
@NullMarked
package dev.authgate.spring.server;

import org.jspecify.annotations.NullMarked;
