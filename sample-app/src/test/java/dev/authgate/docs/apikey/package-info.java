/**
 * The Java snippets of the page about API keys.
 */
@NullMarked
package dev.authgate.docs.apikey;

import org.jspecify.annotations.NullMarked;
