package dev.authgate.http;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.AuthenticationResult.Rejected;
import dev.authgate.AuthenticationResult.Throttled;
import dev.authgate.AuthorizationHeader;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;
import dev.authgate.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * Authenticates user names and passwords sent with every request (RFC 7617).
 * <p>
 * Credentials are strict base64 of strict UTF-8 without control characters. What can be
 * read is ambient, because browsers send it again by themselves. Immutable, and safe for
 * use by several threads as far as the login is.
 */
public final class BasicAuthenticator implements LiveAuthenticator {

	/** The name of the built-in authenticator for user names and passwords. */
	public static final String NAME = "basic";

	/** The realm unless another is named. */
	public static final String DEFAULT_REALM = "Restricted";

	private final String name;

	private final Challenge challenge;

	private final PasswordLogin login;

	private BasicAuthenticator(String name, Challenge challenge, PasswordLogin login) {
		this.name = name;
		this.challenge = challenge;
		this.login = login;
	}

	/**
	 * Makes an authenticator with the name {@code basic} and the realm
	 * {@code Restricted}.
	 * @param login judges user names and passwords
	 * @return the authenticator
	 */
	public static BasicAuthenticator of(PasswordLogin login) {
		return new BasicAuthenticator(NAME, Challenge.basic(DEFAULT_REALM), login);
	}

	/**
	 * Makes the same authenticator with another name.
	 * @param other the name by which configuration and annotations choose it
	 * @return the authenticator
	 */
	public BasicAuthenticator withName(String other) {
		return new BasicAuthenticator(other, this.challenge, this.login);
	}

	/**
	 * Makes the same authenticator with another realm.
	 * @param realm the protection space, which browsers show when they ask for a password
	 * @return the authenticator
	 * @throws IllegalArgumentException if the realm cannot stand in a header
	 */
	public BasicAuthenticator withRealm(String realm) {
		return new BasicAuthenticator(this.name, Challenge.basic(realm), this.login);
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
				? judge(BasicCredentials.parse(present.credentials()), request) : AuthenticationResult.notPresent();
	}

	@Override
	public @Nullable LiveCredential follow(AuthRequest request, Caller caller) {
		BasicCredentials credentials = (request.authorization() instanceof AuthorizationHeader.Present present
				&& present.isScheme(this.challenge.scheme())) ? BasicCredentials.parse(present.credentials()) : null;
		return (credentials != null) ? this.login.follow(credentials.username(), caller) : null;
	}

	// No browser sends by itself what cannot be read.
	private AuthenticationResult judge(@Nullable BasicCredentials credentials, AuthRequest request) {
		if (credentials == null) {
			return AuthenticationResult.rejected(RejectionReason.MALFORMED);
		}
		AuthenticationResult result = this.login.login(credentials.username(), credentials.password(),
				request.clientAddress());
		if (result instanceof Authenticated authenticated) {
			return new Authenticated(authenticated.caller().withAuthenticator(this.name), true);
		}
		if (result instanceof Throttled) {
			return result;
		}
		return (result instanceof Rejected rejected) ? new Rejected(rejected.reason(), true, credentials.username())
				: new Rejected(RejectionReason.UNKNOWN, true, credentials.username());
	}

}
