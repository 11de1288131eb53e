package dev.authgate.sample.thread;

import dev.authgate.AuthUser;

/**
 * A contribution to a thread.
 *
 * @param author the name of the user or of the agent
 * @param text what was said
 */
record Message(String author, String text) {

	static Message of(AuthUser user, String text) {
		return new Message(String.valueOf(user.data().getOrDefault("username", user.id())), text);
	}

}
