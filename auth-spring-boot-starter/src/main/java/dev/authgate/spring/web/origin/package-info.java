/**
 * Where a request comes from.
 */
@NullMarked
package dev.authgate.spring.web.origin;

import org.jspecify.annotations.NullMarked;
