package dev.authgate.spring.settings;

import dev.authgate.AuthUser;
import dev.authgate.spring.MisconfigurationException;
import dev.authgate.spring.settings.AuthgateProperties.Off;
import dev.authgate.spring.settings.authenticator.ApiKeyChecks;
import dev.authgate.spring.settings.authenticator.HttpPropertyChecks;
import dev.authgate.spring.settings.login.BrowserPropertyChecks;
import dev.authgate.spring.settings.login.UsersPropertyChecks;

/**
 * Refuses values that are well-formed and could not work.
 */
final class PropertyChecks {

	private PropertyChecks() {
	}

	static AuthgateProperties checked(AuthgateProperties properties) {
		ApiKeyChecks.check(properties.apiKeys());
		refuseUser(properties.off());
		HttpPropertyChecks.check(properties.bearer(), properties.basic(), properties.forwardedUser());
		properties.errors().check();
		properties.session().check();
		properties.refresh().check();
		properties.revocation().check();
		properties.endpoints().check();
		properties.websocket().check();
		BrowserPropertyChecks.check(properties.login(), properties.logout(), properties.session().cookie());
		properties.users().throttle().check();
		UsersPropertyChecks.check(properties.users());
		properties.audit().check();
		properties.cleanUp().check();
		properties.permissions().forEach((resource, actions) -> {
			if (actions.isEmpty()) {
				throw new MisconfigurationException("authgate.permissions." + resource + " has an empty list.",
						"Name the actions, for example read, write, or remove the line.");
			}
		});
		return properties;
	}

	private static void refuseUser(Off off) {
		if (off.userId() != null && !AuthUser.isValidId(off.userId())) {
			throw new MisconfigurationException("authgate.off.user-id is empty or has control characters.",
					"Name a user, or leave the property out for the operating system's user.");
		}
	}

}
