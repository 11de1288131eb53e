package dev.authgate.spring.websocket.handshake;

import dev.authgate.spring.request.CountedAttempts;
import dev.authgate.spring.request.FailureAnswers;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import dev.authgate.throttle.AttemptKind;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Counts handshakes, whatever becomes of them.
 * <p>
 * Safe for use by several threads.
 */
public final class HandshakeLimit {

	private final FailureAnswers failures = new FailureAnswers();

	private final CountedAttempts attempts;

	/**
	 * Makes a limit.
	 * @param attempts counts
	 */
	public HandshakeLimit(CountedAttempts attempts) {
		this.attempts = attempts;
	}

	@Nullable Refusal refusalOf(HttpServletRequest request) {
		try {
			this.failures.answer("Counting handshakes",
					() -> this.attempts.permit(AttemptKind.HANDSHAKE, null, request));
			return null;
		}
		catch (RefusalException ex) {
			return ex.refusal();
		}
	}

}
