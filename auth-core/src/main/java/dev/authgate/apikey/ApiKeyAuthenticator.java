package dev.authgate.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.Caller;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import dev.authgate.secret.SecretDigest;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates the API key of a request: in a header, and where asked for in a query
 * parameter or a cookie.
 * <p>
 * Exactly one key of visible ASCII characters in exactly one place. The key is digested
 * and found by its digest, so that neither the number of keys nor a nearly right guess
 * shows in the time taken. What looks like a {@linkplain GeneratedApiKey generated key}
 * and is none is refused without a look-up. A key in a cookie is ambient. There is no
 * challenge: no scheme is registered for API keys. Safe for use by several threads.
 */
public final class ApiKeyAuthenticator implements LiveAuthenticator {

	/** The name of the built-in authenticator for API keys. */
	public static final String NAME = "api-key";

	/** The header that carries the key unless another is named. */
	public static final String DEFAULT_HEADER = "X-API-Key";

	private final String name;

	private final String header;

	private final @Nullable String idHeader;

	private final @Nullable String queryParameter;

	private final @Nullable String cookie;

	private final boolean headerOnly;

	private final String marker;

	private final ApiKeyStore store;

	private final @Nullable ApiKeyUsage usage;

	private final Clock clock;

	ApiKeyAuthenticator(ApiKeyAuthenticatorBuilder builder) {
		this.name = builder.name;
		this.header = builder.header;
		this.idHeader = builder.idHeader;
		this.queryParameter = builder.queryParameter;
		this.cookie = builder.cookie;
		this.headerOnly = this.idHeader == null && this.queryParameter == null && this.cookie == null;
		this.marker = builder.marker;
		this.store = builder.store;
		this.usage = builder.usage;
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

	/**
	 * Gives the header of the id.
	 * @return the name of the header that carries the id of the key, or {@code null} if
	 * the key comes without it
	 */
	public @Nullable String idHeader() {
		return this.idHeader;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		List<String> inHeader = request.headers(this.header);
		if (!this.headerOnly) {
			return (this.idHeader != null) ? withId(inHeader, request.headers(this.idHeader))
					: elsewhere(inHeader, request);
		}
		if (inHeader.isEmpty()) {
			return AuthenticationResult.notPresent();
		}
		return (inHeader.size() == 1) ? judged(inHeader.get(0), null, false)
				: AuthenticationResult.rejected(RejectionReason.MALFORMED);
	}

	/**
	 * Begins to follow the key of a request, whose uses are not counted any more.
	 */
	@Override
	public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
		List<String> presented = new ArrayList<>(request.headers(this.header));
		if (this.queryParameter != null) {
			presented.addAll(request.queryParameters(this.queryParameter));
		}
		if (this.cookie != null) {
			presented.addAll(request.cookies(this.cookie));
		}
		return (presented.size() == 1) ? FollowedKey.of(this, SecretDigest.of(presented.get(0)), caller) : null;
	}

	/**
	 * Finds a key that is good now.
	 */
	@Nullable ApiKey findGood(SecretDigest digest) {
		ApiKey key = this.store.find(digest);
		return (key != null && reasonToReject(key) == null) ? key : null;
	}

	Caller callerOf(ApiKey key) {
		return new Caller(key.user(), this.name, key.id(), key.app(), key.roles(), key.expiresAt());
	}

	private AuthenticationResult elsewhere(List<String> inHeader, AuthRequest request) {
		List<String> presented = new ArrayList<>(inHeader);
		if (this.queryParameter != null) {
			presented.addAll(request.queryParameters(this.queryParameter));
		}
		List<String> cookies = (this.cookie != null) ? request.cookies(this.cookie) : List.of();
		boolean ambient = presented.isEmpty() && !cookies.isEmpty();
		presented.addAll(cookies);
		if (presented.size() > 1) {
			return new Rejected(RejectionReason.MALFORMED, ambient);
		}
		return presented.isEmpty() ? AuthenticationResult.notPresent() : judged(presented.get(0), null, ambient);
	}

	private AuthenticationResult withId(List<String> presented, List<String> ids) {
		if (presented.isEmpty() && ids.isEmpty()) {
			return AuthenticationResult.notPresent();
		}
		return (presented.size() == 1 && ids.size() == 1) ? judged(presented.get(0), ids.get(0), false)
				: AuthenticationResult.rejected(RejectionReason.MALFORMED);
	}

	private AuthenticationResult judged(String presented, @Nullable String id, boolean ambient) {
		if (!isPossible(presented)) {
			return new Rejected(RejectionReason.MALFORMED, ambient);
		}
		ApiKey key = this.store.find(SecretDigest.of(presented));
		if (key == null || (id != null && !isSame(id, key.id()))) {
			return new Rejected(RejectionReason.UNKNOWN, ambient);
		}
		RejectionReason reason = reasonToReject(key);
		return (reason != null) ? new Rejected(reason, ambient, key.id()) : accepted(key, ambient);
	}

	private boolean isPossible(String text) {
		return ApiKey.isWellFormed(text) && !GeneratedApiKey.isJunk(this.marker, text);
	}

	private AuthenticationResult accepted(ApiKey key, boolean ambient) {
		if (this.usage != null) {
			this.usage.accepted(key.id());
		}
		return new Authenticated(callerOf(key), ambient);
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

	private static boolean isSame(String presented, String id) {
		return MessageDigest.isEqual(presented.getBytes(StandardCharsets.UTF_8), id.getBytes(StandardCharsets.UTF_8));
	}

}
