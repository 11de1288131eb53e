/**
 * What the workspace tells a caller about the caller.
 */
@NullMarked
package dev.authgate.sample.caller;

import org.jspecify.annotations.NullMarked;
