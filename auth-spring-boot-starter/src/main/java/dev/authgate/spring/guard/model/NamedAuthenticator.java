package dev.authgate.spring.guard.model;

import java.util.List;

import dev.authgate.Authenticator;
import dev.authgate.Challenge;

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

	static NamedAuthenticator of(String name, Authenticator authenticator) {
		return of(name, authenticator, AllOf.challengesOf(authenticator));
	}

	private static NamedAuthenticator of(String name, Authenticator authenticator, List<Challenge> challenges) {
		return new NamedAuthenticator(name, authenticator, challenges,
				challenges.stream().anyMatch(Challenge::isBearer), CredentialKind.of(name, authenticator));
	}

}
