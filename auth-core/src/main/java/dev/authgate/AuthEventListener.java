package dev.authgate;

/**
 * Receives the events that an audit log should know, on the thread of the request.
 */
@FunctionalInterface
public interface AuthEventListener {

	/**
	 * Takes an event; must not throw.
	 * @param event what happened
	 */
	void onEvent(AuthEvent event);

	/**
	 * Gives a listener that takes no notice.
	 * @return the listener
	 */
	static AuthEventListener none() {
		return (event) -> {
		};
	}

}
