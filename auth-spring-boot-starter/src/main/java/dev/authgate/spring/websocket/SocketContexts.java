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
final class SocketContexts {

	private final SecurityContextHolderStrategy strategy;

	SocketContexts(SecurityContextHolderStrategy strategy) {
		this.strategy = strategy;
	}

	// A socket may be handled by the thread of another one's message.
	void run(WebSocketAuth auth, Work work) throws Exception {
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
	interface Work {

		void run() throws Exception;

	}

}
