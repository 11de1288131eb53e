/**
 * The cookies of a login in a browser.
 */
@NullMarked
package dev.authgate.spring.session.cookie;

import org.jspecify.annotations.NullMarked;
