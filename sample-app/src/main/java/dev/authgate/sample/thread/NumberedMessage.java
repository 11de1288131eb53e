package dev.authgate.sample.thread;

/**
 * A message with its place among the others.
 *
 * @param seq the place: later ones have higher numbers
 * @param author the name of the user or of the agent
 * @param text what was said
 */
record NumberedMessage(long seq, String author, String text) {
}
