/**
 * Callers as Spring Security and handlers see them.
 */
@NullMarked
package dev.authgate.spring.web.caller;

import org.jspecify.annotations.NullMarked;
