/**
 * Applications and clients for tests through the public door.
 */
@NullMarked
package dev.authgate.spring.app;

import org.jspecify.annotations.NullMarked;
