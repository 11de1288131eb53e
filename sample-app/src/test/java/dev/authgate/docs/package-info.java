/**
 * The pages of the documentation, whose snippets are compiled and run.
 */
@NullMarked
package dev.authgate.docs;

import org.jspecify.annotations.NullMarked;
