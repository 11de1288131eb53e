/**
 * Keys and claims of the page about tokens.
 */
@NullMarked
package dev.authgate.docs.jwt;

import org.jspecify.annotations.NullMarked;
