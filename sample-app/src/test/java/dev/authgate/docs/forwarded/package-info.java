/**
 * The proxy of the page about forwarded users.
 */
@NullMarked
package dev.authgate.docs.forwarded;

import org.jspecify.annotations.NullMarked;
