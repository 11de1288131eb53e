/**
 * The properties of tokens: keys, other issuers, refresh and revocation.
 */
@NullMarked
package dev.authgate.spring.settings.token;

import org.jspecify.annotations.NullMarked;
