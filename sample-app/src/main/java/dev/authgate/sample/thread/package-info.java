/**
 * Threads: conversations of users with agents, and with the team.
 */
@NullMarked
package dev.authgate.sample.thread;

import org.jspecify.annotations.NullMarked;
