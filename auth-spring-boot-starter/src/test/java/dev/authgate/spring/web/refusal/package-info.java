/**
 * Refusals in each form, over real connections.
 */
@NullMarked
package dev.authgate.spring.web.refusal;

import org.jspecify.annotations.NullMarked;
