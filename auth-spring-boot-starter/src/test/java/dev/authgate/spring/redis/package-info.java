/**
 * Tests of what is kept in Redis.
 */
@NullMarked
package dev.authgate.spring.redis;

import org.jspecify.annotations.NullMarked;
