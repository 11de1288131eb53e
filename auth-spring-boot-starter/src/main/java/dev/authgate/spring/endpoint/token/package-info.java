/**
 * The endpoints at which tokens and sessions are continued, shown and ended.
 */
@NullMarked
package dev.authgate.spring.endpoint.token;

import org.jspecify.annotations.NullMarked;
