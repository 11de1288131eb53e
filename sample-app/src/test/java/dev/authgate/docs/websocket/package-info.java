/**
 * Snippets of the page about WebSockets.
 */
@NullMarked
package dev.authgate.docs.websocket;

import org.jspecify.annotations.NullMarked;
