/**
 * The properties of an application, bound and checked before any bean exists.
 */
@NullMarked
package dev.authgate.spring.settings;

import org.jspecify.annotations.NullMarked;
