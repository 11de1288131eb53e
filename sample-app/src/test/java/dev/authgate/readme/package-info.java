/**
 * The snippets of the README, compiled and run.
 */
@NullMarked
package dev.authgate.readme;

import org.jspecify.annotations.NullMarked;
