/**
 * The properties of authenticators: API keys, and what HTTP itself knows.
 */
@NullMarked
package dev.authgate.spring.settings.authenticator;

import org.jspecify.annotations.NullMarked;
