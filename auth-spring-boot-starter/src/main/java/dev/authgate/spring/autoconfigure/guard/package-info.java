/**
 * Wires the table of guards into Spring Security and Spring MVC.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.guard;

import org.jspecify.annotations.NullMarked;
