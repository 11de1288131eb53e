/**
 * What the page about tests shows.
 */
@NullMarked
package dev.authgate.docs.testing;

import org.jspecify.annotations.NullMarked;
