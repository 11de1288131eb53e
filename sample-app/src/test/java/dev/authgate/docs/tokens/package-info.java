/**
 * The Java snippets of the page about refresh and revocation.
 */
@NullMarked
package dev.authgate.docs.tokens;

import org.jspecify.annotations.NullMarked;
