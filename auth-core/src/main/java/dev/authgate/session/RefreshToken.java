package dev.authgate.session;

import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * A refresh token: {@code rt_} and 76 letters and digits, which are the id of its session
 * (22), a secret that all tokens of the session have in common (27) and one of its own
 * (27).
 * <p>
 * The common secret tells a token that was used before from one that somebody made up:
 * only the first ends the session.
 *
 * @param sessionId the id of the session
 * @param family the secret in common
 * @param own the secret of this token
 */
record RefreshToken(String sessionId, Secret family, Secret own) {

	private static final String PREFIX = "rt_";

	private static final int FAMILY = PREFIX.length() + RandomText.LENGTH_OF_128_BITS;

	private static final int OWN = FAMILY + RandomText.LENGTH_OF_160_BITS;

	private static final int LENGTH = OWN + RandomText.LENGTH_OF_160_BITS;

	static RefreshToken first(String sessionId) {
		return new RefreshToken(sessionId, fresh(), fresh());
	}

	static @Nullable RefreshToken parse(Secret token) {
		String text = token.reveal();
		if (text.length() != LENGTH || !text.startsWith(PREFIX)
				|| !RandomText.isPossible(text.substring(PREFIX.length()))) {
			return null;
		}
		return new RefreshToken(text.substring(PREFIX.length(), FAMILY), Secret.of(text.substring(FAMILY, OWN)),
				Secret.of(text.substring(OWN)));
	}

	RefreshToken next() {
		return new RefreshToken(this.sessionId, this.family, fresh());
	}

	SecretDigest familyDigest() {
		return SecretDigest.of(this.family);
	}

	SecretDigest ownDigest() {
		return SecretDigest.of(this.own);
	}

	Secret text() {
		return Secret.of(PREFIX + this.sessionId + this.family.reveal() + this.own.reveal());
	}

	private static Secret fresh() {
		return Secret.of(RandomText.of(RandomText.LENGTH_OF_160_BITS));
	}

}
