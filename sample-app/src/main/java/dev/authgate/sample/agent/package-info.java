/**
 * Agents: shared helpers that answer a text.
 */
@NullMarked
package dev.authgate.sample.agent;

import org.jspecify.annotations.NullMarked;
