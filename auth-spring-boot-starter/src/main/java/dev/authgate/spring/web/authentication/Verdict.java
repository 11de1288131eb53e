package dev.authgate.spring.web.authentication;

import dev.authgate.Caller;
import dev.authgate.spring.guard.model.NamedAuthenticator;
import dev.authgate.spring.web.refusal.Refusal;

/**
 * What the authenticators of a guard found out together.
 */
public sealed interface Verdict {

	/**
	 * One of them authenticated the caller.
	 *
	 * @param caller the caller
	 * @param ambient whether a browser may have sent the credential by itself
	 * @param presented who read the credential
	 */
	record Known(Caller caller, boolean ambient, NamedAuthenticator presented) implements Verdict {
	}

	/**
	 * The credential is good, and a page of another site may have made a browser send it.
	 *
	 * @param caller the caller
	 */
	record Forged(Caller caller) implements Verdict {
	}

	/**
	 * No credential is good, and at least one was presented.
	 *
	 * @param refusal the answer
	 */
	record Rejected(Refusal refusal) implements Verdict {
	}

	/**
	 * No credential was presented.
	 */
	record Missing() implements Verdict {

		static final Missing INSTANCE = new Missing();

	}

}
