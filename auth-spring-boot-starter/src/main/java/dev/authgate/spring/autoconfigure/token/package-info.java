/**
 * Wires the keys of tokens and the issuers that are trusted.
 */
@NullMarked
package dev.authgate.spring.autoconfigure.token;

import org.jspecify.annotations.NullMarked;
