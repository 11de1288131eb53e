package dev.authgate.spring.request;

import java.util.function.Supplier;

import dev.authgate.AuthException;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What becomes of a store, a throttle, a listener or an encoding that cannot answer: 503,
 * and one line in the log.
 * <p>
 * What is refused on purpose is answered as it says: by the catalogue, by an exception of
 * the application, or by the firewall. Safe for use by several threads.
 */
public final class FailureAnswers {

	private final FailureLog log = new FailureLog("such requests are refused with 503");

	/**
	 * Does something that may fail.
	 * @param <T> the type of the result
	 * @param what what it is, for the log
	 * @param work does it
	 * @return the result
	 * @throws RefusalException if it fails
	 */
	public <T> T answer(String what, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (RuntimeException ex) {
			throw refused(what, ex);
		}
	}

	/**
	 * Makes a handler of one that may fail.
	 * @param what what it does, for the log
	 * @param handler answers
	 * @return a handler that refuses where that one fails
	 */
	public HandlerFunction<ServerResponse> answering(String what, HandlerFunction<ServerResponse> handler) {
		return (request) -> {
			try {
				return handler.handle(request);
			}
			catch (RuntimeException ex) {
				throw refused(what, ex);
			}
		};
	}

	private RuntimeException refused(String what, RuntimeException failure) {
		if (failure instanceof RefusalException || failure instanceof AuthException
				|| failure instanceof RequestRejectedException) {
			return failure;
		}
		this.log.report(what, failure);
		return RefusalException.of(ErrorCode.UNAVAILABLE);
	}

}
