/**
 * The workspace as a whole.
 */
@NullMarked
package dev.authgate.sample;

import org.jspecify.annotations.NullMarked;
