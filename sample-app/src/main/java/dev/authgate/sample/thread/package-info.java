/**
 * Threads: a user's conversations with agents.
 */
@NullMarked
package dev.authgate.sample.thread;

import org.jspecify.annotations.NullMarked;
