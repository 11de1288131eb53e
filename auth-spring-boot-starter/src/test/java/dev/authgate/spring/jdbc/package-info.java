/**
 * Tests of what is kept in a database.
 */
@NullMarked
package dev.authgate.spring.jdbc;

import org.jspecify.annotations.NullMarked;
