/**
 * Files: texts that belong to the user who stored them.
 */
@NullMarked
package dev.authgate.sample.file;

import org.jspecify.annotations.NullMarked;
