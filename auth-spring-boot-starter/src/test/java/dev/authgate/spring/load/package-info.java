/**
 * Applications under load: while their database is lost, and while many log in.
 */
@NullMarked
package dev.authgate.spring.load;

import org.jspecify.annotations.NullMarked;
