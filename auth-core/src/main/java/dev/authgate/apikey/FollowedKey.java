package dev.authgate.apikey;

import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * An API key that was accepted, found anew by its digest whenever it is asked for.
 * <p>
 * Safe for use by several threads.
 */
final class FollowedKey implements LiveCredential {

	private final ApiKeyAuthenticator authenticator;

	private final SecretDigest digest;

	private final AtomicReference<Known> known;

	private FollowedKey(ApiKeyAuthenticator authenticator, SecretDigest digest, Known known) {
		this.authenticator = authenticator;
		this.digest = digest;
		this.known = new AtomicReference<>(known);
	}

	/**
	 * Begins to follow a key.
	 */
	static LiveCredential of(ApiKeyAuthenticator authenticator, SecretDigest digest, Caller caller) {
		ApiKey key = authenticator.findGood(digest);
		if (key == null) {
			return () -> null;
		}
		Caller now = authenticator.callerOf(key);
		return new FollowedKey(authenticator, digest, new Known(key, now.equals(caller) ? caller : now));
	}

	@Override
	public @Nullable Caller caller() {
		Known before = this.known.get();
		ApiKey key = this.authenticator.findGood(this.digest);
		if (key == null || isNamedOtherwise(key, before.key())) {
			return null;
		}
		if (key.equals(before.key())) {
			return before.caller();
		}
		Known now = new Known(key, this.authenticator.callerOf(key));
		this.known.set(now);
		return now.caller();
	}

	// The id that was sent with the key would be wrong by now.
	private boolean isNamedOtherwise(ApiKey key, ApiKey before) {
		return this.authenticator.idHeader() != null && !key.id().equals(before.id());
	}

	private record Known(ApiKey key, Caller caller) {
	}

}
