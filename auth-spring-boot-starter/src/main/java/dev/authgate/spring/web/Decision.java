package dev.authgate.spring.web;

import dev.authgate.Caller;
import dev.authgate.spring.web.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a guard decided about a request.
 */
public sealed interface Decision {

	/**
	 * The request is let through.
	 *
	 * @param caller who calls, {@code null} for an anonymous caller
	 * @param ambient whether a browser may have sent the caller's credential by itself
	 */
	record Granted(@Nullable Caller caller, boolean ambient) implements Decision {

		static final Granted ANONYMOUS = new Granted(null, false);

	}

	/**
	 * The request is refused.
	 *
	 * @param refusal the answer
	 * @param caller who called, if that was found out
	 */
	record Refused(Refusal refusal, @Nullable Caller caller) implements Decision {
	}

}
