package dev.authgate.http;

import dev.authgate.AuthRequest;
import dev.authgate.AuthUser;
import dev.authgate.AuthenticationResult;
import dev.authgate.Authenticator;
import dev.authgate.AuthorizationHeader;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.RejectionReason;
import dev.authgate.TokenValidator;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates bearer tokens (RFC 6750 section 2.1) that a {@link TokenValidator}
 * judges.
 * <p>
 * A header in another form is {@linkplain RejectionReason#MALFORMED malformed}; one with
 * another scheme is left to other authenticators. Immutable, and safe for use by several
 * threads as far as the validator is.
 */
public final class BearerAuthenticator implements Authenticator {

	/** The name of the built-in authenticator for tokens that the application judges. */
	public static final String NAME = "bearer";

	private final String name;

	private final Challenge challenge;

	private final TokenValidator validator;

	private BearerAuthenticator(String name, Challenge challenge, TokenValidator validator) {
		this.name = name;
		this.challenge = challenge;
		this.validator = validator;
	}

	/**
	 * Makes an authenticator with the name {@code bearer} and no realm.
	 * @param validator judges the tokens
	 * @return the authenticator
	 */
	public static BearerAuthenticator of(TokenValidator validator) {
		return new BearerAuthenticator(NAME, Challenge.bearer(), validator);
	}

	/**
	 * Makes the same authenticator with another name.
	 * @param other the name by which configuration and annotations choose it
	 * @return the authenticator
	 */
	public BearerAuthenticator withName(String other) {
		return new BearerAuthenticator(other, this.challenge, this.validator);
	}

	/**
	 * Makes the same authenticator with another realm.
	 * @param realm the protection space that the challenge names, {@code null} for none
	 * @return the authenticator
	 * @throws IllegalArgumentException if the realm cannot stand in a header
	 */
	public BearerAuthenticator withRealm(@Nullable String realm) {
		return new BearerAuthenticator(this.name, Challenge.bearer(realm), this.validator);
	}

	@Override
	public String name() {
		return this.name;
	}

	@Override
	public Challenge challenge() {
		return this.challenge;
	}

	@Override
	public AuthenticationResult authenticate(AuthRequest request) {
		AuthorizationHeader header = request.authorization();
		if (header instanceof AuthorizationHeader.Malformed) {
			return AuthenticationResult.rejected(RejectionReason.MALFORMED);
		}
		return (header instanceof AuthorizationHeader.Present present && present.isScheme(this.challenge.scheme()))
				? judge(present.credentials()) : AuthenticationResult.notPresent();
	}

	// Null breaks the validator's contract, and is what forgetful ones mean by a refusal.
	private AuthenticationResult judge(String token) {
		@Nullable AuthUser user = this.validator.validate(token);
		return (user != null) ? AuthenticationResult.authenticated(Caller.of(user, this.name))
				: AuthenticationResult.rejected(RejectionReason.UNKNOWN);
	}

}
