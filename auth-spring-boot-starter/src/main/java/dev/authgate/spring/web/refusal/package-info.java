/**
 * The catalogue of refusals, and how they are written.
 */
@NullMarked
package dev.authgate.spring.web.refusal;

import org.jspecify.annotations.NullMarked;
