/**
 * What every part of the starter says when the configuration cannot be run safely.
 */
@NullMarked
package dev.authgate.spring;

import org.jspecify.annotations.NullMarked;
