package dev.authgate.spring.actuate;

import dev.authgate.AccountAction;
import dev.authgate.TokenAction;

/**
 * The types of audit events.
 */
final class AuditType {

	/** A request of a caller who is known by its credential. */
	static final String AUTHENTICATED = "AUTHGATE_AUTHENTICATED";

	/** A credential was refused. */
	static final String CREDENTIAL_REJECTED = "AUTHGATE_CREDENTIAL_REJECTED";

	/** There were too many attempts. */
	static final String THROTTLED = "AUTHGATE_THROTTLED";

	/** A request was answered with a refusal. */
	static final String ACCESS_REFUSED = "AUTHGATE_ACCESS_REFUSED";

	/** Permissions that a credential named were left out. */
	static final String PERMISSIONS_DROPPED = "AUTHGATE_PERMISSIONS_DROPPED";

	/** The keys of an issuer could not be fetched. */
	static final String ISSUER_UNAVAILABLE = "AUTHGATE_ISSUER_UNAVAILABLE";

	/** Audit events could not be kept. */
	static final String EVENTS_LOST = "AUTHGATE_EVENTS_LOST";

	private AuditType() {
	}

	static String of(AccountAction action) {
		return "AUTHGATE_ACCOUNT_" + action.name();
	}

	static String of(TokenAction action) {
		return "AUTHGATE_TOKEN_" + action.name();
	}

}
