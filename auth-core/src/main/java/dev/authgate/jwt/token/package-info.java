/**
 * The reading of a signed token, strictly and before it is believed.
 */
@NullMarked
package dev.authgate.jwt.token;

import org.jspecify.annotations.NullMarked;
