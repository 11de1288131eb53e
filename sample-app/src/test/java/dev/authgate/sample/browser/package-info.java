/**
 * The pages in a real browser.
 */
@NullMarked
package dev.authgate.sample.browser;

import org.jspecify.annotations.NullMarked;
