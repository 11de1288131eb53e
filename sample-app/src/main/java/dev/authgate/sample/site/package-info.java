/**
 * The pages that everybody may see.
 */
@NullMarked
package dev.authgate.sample.site;

import org.jspecify.annotations.NullMarked;
