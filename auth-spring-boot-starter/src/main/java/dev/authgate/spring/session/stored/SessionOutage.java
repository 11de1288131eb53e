package dev.authgate.spring.session.stored;

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
			if (lost != null) {
				LOST.set(Boolean.TRUE);
			}
			failures.report("The store of Spring Session", ex);
			throw unavailable();
		}
	}

	private static RefusalException unavailable() {
		return new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
	}

}
