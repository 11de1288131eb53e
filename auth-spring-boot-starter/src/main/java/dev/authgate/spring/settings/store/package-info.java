/**
 * The properties of what is kept, where, and for how long.
 */
@NullMarked
package dev.authgate.spring.settings.store;

import org.jspecify.annotations.NullMarked;
