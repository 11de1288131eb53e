package dev.authgate.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

import dev.authgate.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The user name and password of the {@code Basic} scheme (RFC 7617 section 2).
 *
 * @param username what stands before the first colon
 * @param password what stands behind it
 */
record BasicCredentials(String username, Secret password) {

	static @Nullable BasicCredentials parse(String credentials) {
		String text = decoded(credentials);
		int colon = (text != null) ? text.indexOf(':') : -1;
		if (text == null || colon < 0 || text.chars().anyMatch(Character::isISOControl)) {
			return null;
		}
		return new BasicCredentials(text.substring(0, colon), Secret.of(text.substring(colon + 1)));
	}

	// Decoders forgive missing padding and stray bits in the last character: what does
	// not encode to the same text again is another spelling.
	private static @Nullable String decoded(String credentials) {
		try {
			byte[] bytes = Base64.getDecoder().decode(credentials);
			boolean onlySpelling = Base64.getEncoder().encodeToString(bytes).equals(credentials);
			return onlySpelling ? StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString() : null;
		}
		catch (IllegalArgumentException | CharacterCodingException ex) {
			return null;
		}
	}

}
