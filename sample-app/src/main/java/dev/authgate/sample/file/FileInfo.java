package dev.authgate.sample.file;

import java.util.UUID;

/**
 * What is known of a file beside its content.
 *
 * @param id the id
 * @param name the name
 * @param length the number of characters
 */
record FileInfo(UUID id, String name, int length) {
}
