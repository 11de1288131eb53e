package dev.authgate.spring.session.stored;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import org.jspecify.annotations.Nullable;

/**
 * What a request knows of a store of sessions that is lost: it waits for it once, however
 * often it is asked afterwards.
 */
final class SessionOutage {

	private static final ThreadLocal<Boolean> LOST = new ThreadLocal<>();

	private static final Set<String> STORES = Set.of("org.springframework.dao", "org.springframework.transaction");

	private static final FailureLog failures = new FailureLog("such requests are refused with 503");

	private SessionOutage() {
	}

	static void requestBegins() {
		LOST.set(Boolean.FALSE);
	}

	static void requestEnds() {
		LOST.remove();
	}

	static <T extends @Nullable Object> T guard(Supplier<T> question) {
		Boolean lost = LOST.get();
		if (Boolean.TRUE.equals(lost)) {
			throw unavailable();
		}
		try {
			return question.get();
		}
		catch (RuntimeException ex) {
			RuntimeException failure = (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
			if (!isOutage(ex)) {
				throw failure;
			}
			if (lost != null) {
				LOST.set(Boolean.TRUE);
			}
			failures.report("The store of Spring Session", failure);
			throw unavailable();
		}
	}

	// What cannot be serialized is a mistake of the application, and no outage.
	private static boolean isOutage(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof TimeoutException || cause instanceof RejectedExecutionException
					|| cause instanceof InterruptedException || cause instanceof SQLException || isOfAStore(cause)) {
				return true;
			}
		}
		return false;
	}

	// By name: an application without these packages has another store.
	private static boolean isOfAStore(Throwable failure) {
		for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
			if (STORES.contains(type.getPackageName())) {
				return true;
			}
		}
		return false;
	}

	private static RefusalException unavailable() {
		return new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
	}

}
