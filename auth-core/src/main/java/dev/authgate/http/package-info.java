/**
 * Credentials that HTTP itself knows: bearer tokens that the application judges, user
 * names with passwords, and users that a trusted proxy names.
 */
@NullMarked
package dev.authgate.http;

import org.jspecify.annotations.NullMarked;
