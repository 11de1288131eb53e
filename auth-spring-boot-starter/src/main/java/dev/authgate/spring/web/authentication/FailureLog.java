package dev.authgate.spring.web.authentication;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Logs failures of what others plug in, each kind once, so that clients cannot flood the
 * log.
 * <p>
 * The message of an exception stays out, because it may quote a credential. Safe for use
 * by several threads.
 */
public final class FailureLog {

	private static final int MAX_KINDS = 1000;

	private static final Log logger = LogFactory.getLog(FailureLog.class);

	private final Set<String> seen = ConcurrentHashMap.newKeySet();

	private final String consequence;

	/**
	 * Makes a log.
	 * @param consequence what becomes of a request when there is a failure
	 */
	public FailureLog(String consequence) {
		this.consequence = consequence;
	}

	/**
	 * Logs a failure, unless one of its kind was logged before.
	 * @param what what failed
	 * @param failure how it failed
	 */
	public void report(String what, RuntimeException failure) {
		StackTraceElement[] stack = failure.getStackTrace();
		String kind = failure.getClass().getName() + ((stack.length > 0) ? " at " + stack[0] : "");
		if (this.seen.size() < MAX_KINDS && this.seen.add(what + " " + kind)) {
			logger.error(what + " failed with " + kind + "; " + this.consequence + " (logged once)");
		}
	}

}
