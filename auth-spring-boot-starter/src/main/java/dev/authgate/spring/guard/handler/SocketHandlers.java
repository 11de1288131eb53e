package dev.authgate.spring.guard.handler;

import org.jspecify.annotations.Nullable;

/**
 * Tells which class of the application serves the sockets that a handler opens.
 * <p>
 * Implementations are safe for use by several threads.
 */
@FunctionalInterface
public interface SocketHandlers {

	/** No handler opens any. */
	SocketHandlers NONE = (handler) -> null;

	/**
	 * Finds the class whose annotations guard the handshake.
	 * @param handler what a handler mapping dispatches to
	 * @return the class, or {@code null} if the handler opens no sockets
	 */
	@Nullable Class<?> typeOf(Object handler);

}
