/**
 * The command that makes up an API key, or digests one.
 */
@NullMarked
package dev.authgate.apikey.command;

import org.jspecify.annotations.NullMarked;
