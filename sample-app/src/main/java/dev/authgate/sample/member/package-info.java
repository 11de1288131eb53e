/**
 * The people of the team.
 */
@NullMarked
package dev.authgate.sample.member;

import org.jspecify.annotations.NullMarked;
