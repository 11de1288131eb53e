/**
 * Issuers other than ourselves whose tokens are accepted.
 */
@NullMarked
package dev.authgate.jwt.issuer;

import org.jspecify.annotations.NullMarked;
