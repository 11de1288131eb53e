/**
 * Keys of tokens in files, which change while the application runs.
 */
@NullMarked
package dev.authgate.spring.tokens;

import org.jspecify.annotations.NullMarked;
