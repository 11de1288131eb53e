/**
 * Snippets of the page about sessions.
 */
@NullMarked
package dev.authgate.docs.session;

import org.jspecify.annotations.NullMarked;
