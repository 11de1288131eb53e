/**
 * The users of sessions, as their accounts are now.
 */
@NullMarked
package dev.authgate.session.user;

import org.jspecify.annotations.NullMarked;
