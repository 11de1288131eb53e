package dev.authgate.apikey;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.RejectionReason;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the API key in a header.
 * <p>
 * Exactly one header with visible ASCII characters. The key is digested and found by its
 * digest, so that neither the number of keys nor a nearly right guess shows in the time
 * taken. There is no challenge: no scheme is registered for API keys. Safe for use by
 * several threads.
 */
public final class ApiKeyAuthenticator implements Authenticator {

	/** The name of the built-in authenticator for API keys. */
	public static final String NAME = "api-key";

	/** The header that carries the key unless another is named. */
	public static final String DEFAULT_HEADER = "X-API-Key";

	private final String name;

	private final String header;

	private final ApiKeyStore store;

	private final Clock clock;

	ApiKeyAuthenticator(ApiKeyAuthenticatorBuilder builder) {
		this.name = builder.name;
		this.header = builder.header;
		this.store = builder.store;
		this.clock = builder.clock;
	}

	/**
	 * Starts to describe an authenticator.
	 * @param store where its keys are found
	 * @return a builder
	 */
	public static ApiKeyAuthenticatorBuilder builder(ApiKeyStore store) {
		return new ApiKeyAuthenticatorBuilder(store);
	}

	@Override
	public String name() {
		return this.name;
	}

	/**
	 * Gives the header.
	 * @return the name of the header that carries the key
	 */
	public String header() {
		return this.header;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		List<String> values = request.headers(this.header);
		if (values.isEmpty()) {
			return AuthenticationResult.notPresent();
		}
		if (values.size() > 1 || !ApiKey.isWellFormed(values.get(0))) {
			return AuthenticationResult.rejected(RejectionReason.MALFORMED);
		}
		ApiKey key = this.store.find(SecretDigest.of(values.get(0)));
		return (key != null) ? judge(key) : AuthenticationResult.rejected(RejectionReason.UNKNOWN);
	}

	private AuthenticationResult judge(ApiKey key) {
		RejectionReason reason = reasonToReject(key);
		return (reason != null) ? AuthenticationResult.rejected(reason) : AuthenticationResult
			.authenticated(new Caller(key.user(), this.name, key.id(), key.app(), key.roles(), key.expiresAt()));
	}

	private @Nullable RejectionReason reasonToReject(ApiKey key) {
		if (!key.enabled()) {
			return RejectionReason.DISABLED;
		}
		if (key.notBefore() == null && key.expiresAt() == null) {
			return null;
		}
		Instant now = this.clock.instant();
		if (key.notBefore() != null && now.isBefore(key.notBefore())) {
			return RejectionReason.NOT_YET_VALID;
		}
		return (key.expiresAt() != null && !now.isBefore(key.expiresAt())) ? RejectionReason.EXPIRED : null;
	}

}
