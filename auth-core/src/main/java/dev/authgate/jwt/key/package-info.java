/**
 * The keys that sign and verify tokens.
 */
@NullMarked
package dev.authgate.jwt.key;

import org.jspecify.annotations.NullMarked;
