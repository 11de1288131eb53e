/**
 * What is kept in the application's Redis.
 */
@NullMarked
package dev.authgate.spring.redis;

import org.jspecify.annotations.NullMarked;
