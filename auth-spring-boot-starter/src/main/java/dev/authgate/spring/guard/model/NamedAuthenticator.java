package dev.authgate.spring.guard.model;

import java.util.List;
import java.util.function.Function;

import dev.authgate.AuthRequest;
import dev.authgate.Authenticator;
import dev.authgate.Caller;
import dev.authgate.Challenge;
import dev.authgate.LiveAuthenticator;
import dev.authgate.LiveCredential;

/**
 * An authenticator under the name by which configuration and annotations choose it.
 *
 * @param name the name
 * @param authenticator the authenticator
 * @param challenges how it asks for credentials, one challenge for each scheme
 * @param isBearer whether it takes bearer tokens
 * @param kind what kind of credential it reads, the first of several
 */
public record NamedAuthenticator(String name, Authenticator authenticator, List<Challenge> challenges, boolean isBearer,
		CredentialKind kind) {

	/**
	 * Begins to follow a credential that the authenticator just accepted.
	 * @param request what the credential came with, which is not kept
	 * @param caller whom the credential stands for
	 * @param otherwise follows it where the authenticator cannot
	 * @return what tells of the credential from now on
	 */
	public LiveCredential follow(AuthRequest request, Caller caller, Function<Caller, LiveCredential> otherwise) {
		if (this.authenticator instanceof AllOf all) {
			return all.follow(request, caller, otherwise);
		}
		LiveCredential followed = (this.authenticator instanceof LiveAuthenticator live) ? live.follow(request, caller)
				: null;
		return (followed != null) ? followed : otherwise.apply(caller);
	}

	static NamedAuthenticator of(String name, Authenticator authenticator) {
		return of(name, authenticator, AllOf.challengesOf(authenticator));
	}

	private static NamedAuthenticator of(String name, Authenticator authenticator, List<Challenge> challenges) {
		return new NamedAuthenticator(name, authenticator, challenges,
				challenges.stream().anyMatch(Challenge::isBearer), CredentialKind.of(name, authenticator));
	}

}
