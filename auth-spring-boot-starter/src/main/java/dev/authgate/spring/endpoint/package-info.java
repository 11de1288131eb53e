/**
 * The endpoints that Authgate serves by itself.
 */
@NullMarked
package dev.authgate.spring.endpoint;

import org.jspecify.annotations.NullMarked;
