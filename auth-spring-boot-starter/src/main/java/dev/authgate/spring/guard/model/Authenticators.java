package dev.authgate.spring.guard.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	private final List<NamedAuthenticator> defaults;

	/**
	 * Makes the registry of an application.
	 * @param byName the authenticators
	 * @param defaults the names of the default ones
	 * @throws MisconfigurationException if a default is not among them
	 */
	public Authenticators(Map<String, Authenticator> byName, List<String> defaults) {
		this.byName = Map.copyOf(byName);
		this.defaults = resolve(AuthenticatorNames.parse(defaults, "authgate.default-authenticator"),
				"authgate.default-authenticator", false);
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
		return this.defaults;
	}

	/**
	 * Finds the authenticators that a list names.
	 * @param written the list as it stands in configuration or an annotation
	 * @param where where it stands, for messages
	 * @return the authenticators in the order in which they are asked
	 * @throws MisconfigurationException if the list cannot be read, or one does not exist
	 */
	public List<NamedAuthenticator> resolve(List<String> written, String where) {
		return resolve(AuthenticatorNames.parse(written, where), where, true);
	}

	/**
	 * Tells whether a text can be the name of an authenticator.
	 * @param text any text
	 * @return {@code true} if it has no blanks, commas or parentheses
	 */
	public static boolean isName(String text) {
		return AuthenticatorNames.isName(text);
	}

	private List<NamedAuthenticator> resolve(List<List<String>> items, String where, boolean expandDefault) {
		Map<String, NamedAuthenticator> resolved = new LinkedHashMap<>();
		for (List<String> item : items) {
			if (expandDefault && item.equals(List.of(DEFAULT))) {
				this.defaults.forEach((named) -> resolved.putIfAbsent(named.name(), named));
			}
			else {
				NamedAuthenticator named = (item.size() > 1) ? all(item, where) : named(item.get(0), where);
				resolved.putIfAbsent(named.name(), named);
			}
		}
		return List.copyOf(resolved.values());
	}

	private NamedAuthenticator all(List<String> names, String where) {
		String name = "all(" + String.join(", ", names) + ")";
		List<Authenticator> parts = names.stream().map((part) -> named(part, where).authenticator()).toList();
		return NamedAuthenticator.of(name, new AllOf(name, parts));
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
		return NamedAuthenticator.of(name, authenticator);
	}

}
