/**
 * Runs one small web application in each variant: served on a socket, and in process
 * under JMH.
 */
@NullMarked
package dev.authgate.benchmark;

import org.jspecify.annotations.NullMarked;
