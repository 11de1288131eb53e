package dev.authgate.ticket;

import java.time.Instant;

import dev.authgate.secret.SecretDigest;

/**
 * A ticket as it is kept: not itself, but its digest.
 *
 * @param digest the digest of the ticket
 * @param path the path that it opens, up to 255 characters
 * @param holder whom it stands for, as text of any length
 * @param epoch the epoch of the holder's credentials when it was issued
 * @param expiresAt when it expires
 */
public record Ticket(SecretDigest digest, String path, String holder, long epoch, Instant expiresAt) {

	@Override
	public String toString() {
		return "Ticket[path=" + this.path + "]";
	}

}
