package dev.authgate.spring.guard.model;

import dev.authgate.Authenticator;
import dev.authgate.Challenge;
import dev.authgate.apikey.ApiKeyAuthenticator;
import dev.authgate.jwt.JwtAuthenticator;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of credentials that refusals have texts of their own for.
 */
public enum CredentialKind {

	/** A key in a header of its own. */
	API_KEY,
	/** A signed token. */
	JWT,
	/** Any other bearer token. */
	BEARER,
	/** Anything else. */
	OTHER;

	static CredentialKind of(String name, Authenticator authenticator) {
		if (authenticator instanceof AllOf all) {
			return of(all.first().name(), all.first());
		}
		if (authenticator instanceof GrantingAuthenticator granting) {
			return of(name, granting.delegate());
		}
		if (authenticator instanceof ApiKeyAuthenticator || name.equals(ApiKeyAuthenticator.NAME)) {
			return API_KEY;
		}
		if (authenticator instanceof JwtAuthenticator || name.equals(JwtAuthenticator.NAME)) {
			return JWT;
		}
		@Nullable Challenge challenge = authenticator.challenge();
		return (challenge != null && challenge.isBearer()) ? BEARER : OTHER;
	}

}
