package dev.authgate.spring.autoconfigure;

import java.util.regex.Pattern;

import dev.authgate.AuthUser;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.autoconfigure.AuthgateProperties.Off;

/**
 * Refuses values that are well-formed and could not work.
 */
final class PropertyChecks {

	// https://www.rfc-editor.org/rfc/rfc9110.html#section-5.6.2
	private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

	private PropertyChecks() {
	}

	static AuthgateProperties checked(AuthgateProperties properties) {
		refuseHeader("authgate.api-keys.header", properties.apiKeys().header(), "X-API-Key");
		refuseUser(properties.off());
		HttpPropertyChecks.check(properties);
		properties.permissions().forEach((resource, actions) -> {
			if (actions.isEmpty()) {
				throw new MisconfigurationException("authgate.permissions." + resource + " has an empty list.",
						"Name the actions, for example read, write, or remove the line.");
			}
		});
		return properties;
	}

	static void refuseHeader(String where, String header, String example) {
		if (!TOKEN.matcher(header).matches()) {
			throw new MisconfigurationException(where + " is no name that a header can have.",
					"Use letters, digits and dashes, for example " + example + ".");
		}
	}

	private static void refuseUser(Off off) {
		if (off.userId() != null && !AuthUser.isValidId(off.userId())) {
			throw new MisconfigurationException("authgate.off.user-id is empty or has control characters.",
					"Name a user, or leave the property out for the operating system's user.");
		}
	}

}
