/**
 * The one table that says what guards each route, and how it is compiled.
 */
@NullMarked
package dev.authgate.spring.guard;

import org.jspecify.annotations.NullMarked;
