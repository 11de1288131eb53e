package dev.authgate.spring.session;

import dev.authgate.RejectionReason;

/**
 * What has become of the login of a session.
 */
sealed interface LoginState permits KnownLogin, LoginState.Ended {

	/**
	 * It must not be taken.
	 *
	 * @param reason why
	 */
	record Ended(RejectionReason reason) implements LoginState {
	}

}
