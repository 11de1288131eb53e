/**
 * Sessions that Spring Session keeps, where it is there.
 */
@NullMarked
package dev.authgate.spring.session.stored;

import org.jspecify.annotations.NullMarked;
