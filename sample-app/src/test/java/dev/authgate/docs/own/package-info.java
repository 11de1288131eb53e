/**
 * The Java snippets of the page about authenticators of one's own.
 */
@NullMarked
package dev.authgate.docs.own;

import org.jspecify.annotations.NullMarked;
