/**
 * Permissions and roles required of callers of beans.
 */
@NullMarked
package dev.authgate.spring.method;

import org.jspecify.annotations.NullMarked;
