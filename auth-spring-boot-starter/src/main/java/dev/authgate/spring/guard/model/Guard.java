package dev.authgate.spring.guard.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.authgate.Challenge;
import org.jspecify.annotations.Nullable;

/**
 * What protects a route: by whom callers are authenticated, whether they must be, and
 * what they must be allowed to do.
 * <p>
 * Immutable.
 */
public final class Guard {

	private final List<NamedAuthenticator> authenticators;

	private final Access access;

	private final Requirement requirement;

	private final List<Challenge> challenges;

	private final Declaration declaration;

	public Guard(List<NamedAuthenticator> authenticators, Access access, Requirement requirement,
			Declaration declaration) {
		this.authenticators = List.copyOf(authenticators);
		this.access = access;
		this.requirement = requirement;
		this.declaration = declaration;
		this.challenges = challenges(authenticators);
	}

	/**
	 * Gives the authenticators.
	 * @return the authenticators in the order in which they are asked
	 */
	public List<NamedAuthenticator> authenticators() {
		return this.authenticators;
	}

	/**
	 * Gives the access.
	 * @return who is let through
	 */
	public Access access() {
		return this.access;
	}

	/**
	 * Gives the requirement.
	 * @return what an authenticated caller must be allowed to do
	 */
	public Requirement requirement() {
		return this.requirement;
	}

	/**
	 * Gives the challenges for a caller without good credentials.
	 * @return one challenge for each scheme
	 */
	public List<Challenge> challenges() {
		return this.challenges;
	}

	/**
	 * Finds one of the authenticators.
	 * @param name the name of the authenticator
	 * @return the authenticator, or {@code null} if it is not asked here
	 */
	public @Nullable NamedAuthenticator authenticator(String name) {
		for (NamedAuthenticator authenticator : this.authenticators) {
			if (authenticator.name().equals(name)) {
				return authenticator;
			}
		}
		return null;
	}

	/**
	 * Tells whether an authenticator is one of this guard's.
	 * @param name the name of the authenticator
	 * @return {@code true} if it is asked here
	 */
	public boolean accepts(String name) {
		return authenticator(name) != null;
	}

	public Declaration declaration() {
		return this.declaration;
	}

	@Override
	public String toString() {
		if (this.access == Access.PUBLIC || this.access == Access.DENIED) {
			return words(this.access);
		}
		String names = String.join(", ", this.authenticators.stream().map(NamedAuthenticator::name).toList());
		return (this.access.admitsAnonymous() ? words(this.access) + " " : "") + "[" + names + "]"
				+ (this.requirement.isNone() ? "" : " " + this.requirement);
	}

	private static String words(Access access) {
		return access.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	private static List<Challenge> challenges(List<NamedAuthenticator> authenticators) {
		Map<String, Challenge> byScheme = new LinkedHashMap<>();
		for (NamedAuthenticator authenticator : authenticators) {
			authenticator.challenges().forEach((challenge) -> byScheme.putIfAbsent(challenge.scheme(), challenge));
		}
		return List.copyOf(byScheme.values());
	}

}
