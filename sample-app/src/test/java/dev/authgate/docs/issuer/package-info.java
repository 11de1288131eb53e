/**
 * Issuers of the page about trusted issuers.
 */
@NullMarked
package dev.authgate.docs.issuer;

import org.jspecify.annotations.NullMarked;
