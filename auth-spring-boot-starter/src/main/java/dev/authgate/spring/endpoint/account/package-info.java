/**
 * Accounts over HTTP: one's own, and those of others for administrators.
 */
@NullMarked
package dev.authgate.spring.endpoint.account;

import org.jspecify.annotations.NullMarked;
