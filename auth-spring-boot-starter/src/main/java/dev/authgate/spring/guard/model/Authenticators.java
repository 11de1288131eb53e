package dev.authgate.spring.guard.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.authgate.Authenticator;
import dev.authgate.spring.MisconfigurationException;

/**
 * The authenticators of the application by name, and which of them are the default.
 * <p>
 * Immutable.
 */
public final class Authenticators {

	/** What stands for the default authenticators in a list of names. */
	public static final String DEFAULT = "default";

	private final Map<String, Authenticator> byName;

	private final List<String> defaults;

	/**
	 * Makes the registry of an application.
	 * @param byName the authenticators
	 * @param defaults the names of the default ones
	 * @throws MisconfigurationException if a default is not among them
	 */
	public Authenticators(Map<String, Authenticator> byName, List<String> defaults) {
		this.byName = Map.copyOf(byName);
		this.defaults = List.copyOf(defaults);
		resolve(defaults, "authgate.default-authenticator");
	}

	/**
	 * Gives the names of all authenticators.
	 * @return the names, sorted
	 */
	public List<String> names() {
		return this.byName.keySet().stream().sorted().toList();
	}

	/**
	 * Gives the default authenticators.
	 * @return the authenticators in the order in which they are asked
	 */
	public List<NamedAuthenticator> defaults() {
		return resolve(this.defaults, "authgate.default-authenticator");
	}

	public List<NamedAuthenticator> resolve(List<String> names, String where) {
		Set<String> expanded = new LinkedHashSet<>();
		for (String name : names) {
			if (DEFAULT.equals(name)) {
				expanded.addAll(this.defaults);
			}
			else {
				expanded.add(name);
			}
		}
		return expanded.stream().map((name) -> named(name, where)).toList();
	}

	private NamedAuthenticator named(String name, String where) {
		Authenticator authenticator = this.byName.get(name);
		if (authenticator == null) {
			throw new MisconfigurationException("There is no authenticator '" + name + "', which " + where + " names.",
					this.byName.isEmpty()
							? "Configure one, for example with authgate.api-keys.keys or authgate.jwt.secret."
							: "Name one of " + String.join(", ", names())
									+ ", or configure it: publish a bean of type dev.authgate.Authenticator with that name.");
		}
		return new NamedAuthenticator(name, authenticator);
	}

}
