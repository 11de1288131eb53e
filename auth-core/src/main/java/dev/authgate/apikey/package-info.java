/**
 * API keys: how they are stored, found by digest and turned into a caller.
 */
@NullMarked
package dev.authgate.apikey;

import org.jspecify.annotations.NullMarked;
