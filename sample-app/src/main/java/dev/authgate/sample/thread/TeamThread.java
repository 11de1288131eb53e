package dev.authgate.sample.thread;

import java.util.UUID;

/**
 * A conversation.
 *
 * @param id the id
 * @param name the name
 */
record TeamThread(UUID id, String name) {
}
