/**
 * What the controllers of the workspace share: the texts they take and the problems they
 * answer.
 */
@NullMarked
package dev.authgate.sample.api;

import org.jspecify.annotations.NullMarked;
