/**
 * Wires Authgate into a Spring Boot application from its properties.
 */
@NullMarked
package dev.authgate.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
