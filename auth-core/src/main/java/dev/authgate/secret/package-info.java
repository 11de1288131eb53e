/**
 * Secrets as types: values that mask themselves, and digests that stand in for them.
 */
@NullMarked
package dev.authgate.secret;

import org.jspecify.annotations.NullMarked;
