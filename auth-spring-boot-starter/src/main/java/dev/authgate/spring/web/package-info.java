/**
 * The seam to Spring Security: the filter that applies the guards, and the answers it
 * gives.
 */
@NullMarked
package dev.authgate.spring.web;

import org.jspecify.annotations.NullMarked;
