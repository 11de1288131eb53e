/**
 * Keys that others publish: fetched within bounds, checked, and kept.
 */
@NullMarked
package dev.authgate.jwt.remote;

import org.jspecify.annotations.NullMarked;
