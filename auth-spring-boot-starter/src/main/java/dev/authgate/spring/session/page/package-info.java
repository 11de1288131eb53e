/**
 * What pages are shown of a session.
 */
@NullMarked
package dev.authgate.spring.session.page;

import org.jspecify.annotations.NullMarked;
