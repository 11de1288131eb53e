package dev.authgate.revocation;

import java.time.Instant;

import dev.authgate.secret.SecretDigest;

/**
 * A fact that makes credentials void.
 *
 * @param kind what is void
 * @param id the token, session or user, at most {@value #MAX_ID_LENGTH} characters
 * @param epoch for a user what the epoch of its credentials must reach to be good, in
 * milliseconds; of no meaning otherwise, and positive
 * @param until when all it makes void has expired
 */
public record Revocation(RevocationKind kind, String id, long epoch, Instant until) {

	/** How long an id is at most; a longer one is written as its digest. */
	public static final int MAX_ID_LENGTH = 200;

	/**
	 * Shortens the id.
	 */
	public Revocation {
		id = shortened(id);
	}

	/**
	 * Makes this revocation as it is after another one of the same thing was there
	 * before: the epoch rises, and the longer time counts.
	 * @param former what was known so far
	 * @return the revocation of both
	 */
	public Revocation after(Revocation former) {
		Instant longer = former.until.isAfter(this.until) ? former.until : this.until;
		return new Revocation(this.kind, this.id, Math.max(this.epoch, former.epoch + 1), longer);
	}

	static String shortened(String id) {
		return (id.length() > MAX_ID_LENGTH) ? SecretDigest.of(id).toString() : id;
	}

	static String tokenId(String issuer, String id) {
		return issuer.isEmpty() ? id : issuer + ' ' + id;
	}

}
