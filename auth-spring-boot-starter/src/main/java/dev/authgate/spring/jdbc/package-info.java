/**
 * What is kept in the application's database.
 */
@NullMarked
package dev.authgate.spring.jdbc;

import org.jspecify.annotations.NullMarked;
