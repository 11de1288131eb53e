/**
 * What guards are made of: authenticators, access, and what is required.
 */
@NullMarked
package dev.authgate.spring.guard.model;

import org.jspecify.annotations.NullMarked;
