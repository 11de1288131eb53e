package dev.authgate.spring.websocket;

import dev.authgate.Caller;
import dev.authgate.spring.web.caller.CallerAuthentication;

import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * Shows Spring Security, while a message is handled, who sent it.
 * <p>
 * Safe for use by several threads.
 */
public final class SocketContexts {

	private final SecurityContextHolderStrategy strategy;

	/**
	 * Shows who sends messages.
	 * @param strategy holds the security context
	 */
	public SocketContexts(SecurityContextHolderStrategy strategy) {
		this.strategy = strategy;
	}

	/**
	 * Does something as the caller of a socket.
	 * @param auth who is behind the socket
	 * @param work what is done
	 * @throws Exception if the work does
	 */
	// A socket may be handled by the thread of another one's message.
	public void run(WebSocketAuth auth, Work work) throws Exception {
		SecurityContext before = this.strategy.getContext();
		SecurityContext context = this.strategy.createEmptyContext();
		Caller caller = auth.caller();
		if (caller != null) {
			context.setAuthentication(new CallerAuthentication(caller));
		}
		this.strategy.setContext(context);
		try {
			work.run();
		}
		finally {
			this.strategy.clearContext();
			if (before.getAuthentication() != null) {
				this.strategy.setContext(before);
			}
		}
	}

	/**
	 * What the application does with a message.
	 */
	@FunctionalInterface
	public interface Work {

		/**
		 * Does it.
		 * @throws Exception if it cannot be done
		 */
		void run() throws Exception;

	}

}
