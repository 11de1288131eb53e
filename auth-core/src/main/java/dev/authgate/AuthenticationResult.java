package dev.authgate;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The answer of an authenticator to one request.
 * <p>
 * A credential is <em>ambient</em> when a browser sends it by itself (a cookie, Basic
 * credentials it remembers): it never rescues an explicit one that was rejected, and
 * unsafe requests with it are checked for forgery.
 */
public sealed interface AuthenticationResult {

	/**
	 * Accepts an explicit credential.
	 * @param caller whom it stands for
	 * @return the result
	 */
	static AuthenticationResult authenticated(Caller caller) {
		return new Authenticated(caller, false);
	}

	/**
	 * Refuses an explicit credential.
	 * @param reason why
	 * @return the result
	 */
	static AuthenticationResult rejected(RejectionReason reason) {
		return new Rejected(reason, false);
	}

	/**
	 * Says that the request has no credential of this kind.
	 * @return the result
	 */
	static AuthenticationResult notPresent() {
		return NotPresent.INSTANCE;
	}

	/**
	 * The credential is good.
	 *
	 * @param caller whom it stands for
	 * @param ambient whether a browser may have sent it by itself
	 */
	record Authenticated(Caller caller, boolean ambient) implements AuthenticationResult {
	}

	/**
	 * The credential is present and wrong.
	 *
	 * @param reason why
	 * @param ambient whether a browser may have sent it by itself
	 * @param claimed whose credential it claims to be, for audit alone: a user name as it
	 * was typed or the id of a key; {@code null} if that is not known
	 */
	record Rejected(RejectionReason reason, boolean ambient, @Nullable String claimed) implements AuthenticationResult {

		/**
		 * Refuses a credential of which it is not known whose it is.
		 * @param reason why
		 * @param ambient whether a browser may have sent it by itself
		 */
		public Rejected(RejectionReason reason, boolean ambient) {
			this(reason, ambient, null);
		}

	}

	/**
	 * There were too many attempts, and the answer does not tell whether the credential
	 * is good. The credential counts as an explicit one that is refused.
	 *
	 * @param retryAfter when the next attempt may be made
	 * @param claimed whose credential it claims to be, for audit alone; {@code null} if
	 * that is not known
	 */
	record Throttled(Duration retryAfter, @Nullable String claimed) implements AuthenticationResult {
	}

	/**
	 * The request has no credential of this kind.
	 *
	 * @param partial whether it has some, but not all, of several credentials that are
	 * required together
	 */
	record NotPresent(boolean partial) implements AuthenticationResult {

		private static final NotPresent INSTANCE = new NotPresent(false);

	}

}
