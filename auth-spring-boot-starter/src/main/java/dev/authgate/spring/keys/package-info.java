/**
 * The file of API keys that is read again while the application runs.
 */
@NullMarked
package dev.authgate.spring.keys;

import org.jspecify.annotations.NullMarked;
