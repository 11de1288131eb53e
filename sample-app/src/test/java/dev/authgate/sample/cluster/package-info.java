/**
 * Several instances of the workspace on one PostgreSQL and one Redis.
 */
@NullMarked
package dev.authgate.sample.cluster;

import org.jspecify.annotations.NullMarked;
