/**
 * Keys as text: PEM and JWK.
 */
@NullMarked
package dev.authgate.jwt.key.text;

import org.jspecify.annotations.NullMarked;
