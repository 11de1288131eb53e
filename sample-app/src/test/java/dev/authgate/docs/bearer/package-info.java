/**
 * The Java snippets of the page about bearer tokens.
 */
@NullMarked
package dev.authgate.docs.bearer;

import org.jspecify.annotations.NullMarked;
