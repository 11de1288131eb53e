/**
 * Sessions of users who logged in, and the refresh tokens that continue them.
 */
@NullMarked
package dev.authgate.session;

import org.jspecify.annotations.NullMarked;
