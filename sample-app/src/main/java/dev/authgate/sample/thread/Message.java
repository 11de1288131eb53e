package dev.authgate.sample.thread;

/**
 * A contribution to a thread.
 *
 * @param author the id of the user or the name of the agent
 * @param text what was said
 */
record Message(String author, String text) {
}
