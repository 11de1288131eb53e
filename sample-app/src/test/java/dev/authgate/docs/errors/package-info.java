/**
 * What the page about errors shows.
 */
@NullMarked
package dev.authgate.docs.errors;

import org.jspecify.annotations.NullMarked;
