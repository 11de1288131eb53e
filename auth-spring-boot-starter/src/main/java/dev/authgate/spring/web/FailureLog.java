package dev.authgate.spring.web;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs failures of authenticators, each kind once, so that clients cannot flood the log.
 * <p>
 * The message of an exception stays out, because it may quote a credential. Safe for use
 * by several threads.
 */
final class FailureLog {

	private static final int MAX_KINDS = 1000;

	private static final Log logger = LogFactory.getLog(FailureLog.class);

	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	void report(String authenticator, RuntimeException failure) {
		StackTraceElement[] stack = failure.getStackTrace();
		String kind = failure.getClass().getName() + ((stack.length > 0) ? " at " + stack[0] : "");
		if (this.seen.size() < MAX_KINDS && this.seen.add(authenticator + " " + kind)) {
			logger.error("The authenticator '" + authenticator + "' failed with " + kind
					+ "; such requests are refused with 503 (logged once)");
		}
	}

}
