/**
 * Rules for path patterns: how they are compiled, ordered and matched.
 */
@NullMarked
package dev.authgate.spring.guard.rule;

import org.jspecify.annotations.NullMarked;
