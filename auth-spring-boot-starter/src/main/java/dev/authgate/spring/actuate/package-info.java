/**
 * What Authgate adds to the actuator.
 */
@NullMarked
package dev.authgate.spring.actuate;

import org.jspecify.annotations.NullMarked;
