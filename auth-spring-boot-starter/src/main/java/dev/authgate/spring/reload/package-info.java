/**
 * What is looked at again while the application runs.
 */
@NullMarked
package dev.authgate.spring.reload;

import org.jspecify.annotations.NullMarked;
