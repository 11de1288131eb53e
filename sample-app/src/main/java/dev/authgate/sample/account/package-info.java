/**
 * People's own accounts, in a browser.
 */
@NullMarked
package dev.authgate.sample.account;

import org.jspecify.annotations.NullMarked;
