/**
 * What an answer carries whoever asked: security headers, and leave for pages of other
 * origins.
 */
@NullMarked
package dev.authgate.spring.web.edge;

import org.jspecify.annotations.NullMarked;
