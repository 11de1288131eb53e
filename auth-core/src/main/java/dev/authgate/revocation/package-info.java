/**
 * Credentials that are void before they expire.
 */
@NullMarked
package dev.authgate.revocation;

import org.jspecify.annotations.NullMarked;
