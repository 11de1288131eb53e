package dev.authgate.spring.endpoint.account;

import java.util.function.Supplier;

import dev.authgate.AuthException;
import dev.authgate.spring.web.authentication.FailureLog;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;

import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What becomes of a store, a throttle, a listener or an encoding that cannot answer: 503,
 * and one line in the log.
 * <p>
 * Safe for use by several threads.
 */
final class AccountFailures {

	private final FailureLog log = new FailureLog("such requests are refused with 503");

	<T> T answer(String what, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (RefusalException | AuthException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			throw refused(what, ex);
		}
	}

	HandlerFunction<ServerResponse> answering(String what, HandlerFunction<ServerResponse> handler) {
		return (request) -> {
			try {
				return handler.handle(request);
			}
			catch (RefusalException | AuthException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				throw refused(what, ex);
			}
		};
	}

	private RefusalException refused(String what, RuntimeException failure) {
		this.log.report(what, failure);
		return new RefusalException(Refusal.of(ErrorCode.UNAVAILABLE));
	}

}
