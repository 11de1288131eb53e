package dev.authgate.spring.request;

import java.util.Locale;

import dev.authgate.AuthEvent.CredentialRejected;
import dev.authgate.AuthEventListener;
import dev.authgate.RejectionReason;
import dev.authgate.spring.web.origin.NativeRequest;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.web.refusal.RefusalException;
import dev.authgate.throttle.Attempt;
import dev.authgate.throttle.AttemptKind;
import dev.authgate.throttle.Throttle;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Counts what can be guessed, and refuses with 429 where there were too many attempts,
 * which the audit is told.
 * <p>
 * Safe for use by several threads.
 */
public final class CountedAttempts {

	private final Throttle throttle;

	private final Proxies proxies;

	private final AuthEventListener events;

	/**
	 * Makes a counter.
	 * @param throttle counts
	 * @param proxies tell the address of the client
	 * @param events is told of attempts that are refused, under the name of their kind
	 */
	public CountedAttempts(Throttle throttle, Proxies proxies, AuthEventListener events) {
		this.throttle = throttle;
		this.proxies = proxies;
		this.events = events;
	}

	/**
	 * Counts an attempt.
	 * @param kind what is attempted
	 * @param account the user name or e-mail address as it was typed, {@code null} if the
	 * attempt names none
	 * @param request the request
	 * @return the attempt, which may be made
	 * @throws RefusalException if there were too many
	 */
	public Attempt.Permitted permit(AttemptKind kind, @Nullable String account, HttpServletRequest request) {
		String address = this.proxies.clientAddress(request);
		Attempt attempt = this.throttle.attempt(kind, account, address);
		if (attempt instanceof Attempt.Refused refused) {
			this.events.onEvent(new CredentialRejected(kind.name().toLowerCase(Locale.ROOT), RejectionReason.THROTTLED,
					request.getMethod(), NativeRequest.path(request), address, account));
			throw new RefusalException(Refusal.throttled(refused.retryAfter(), null));
		}
		return (Attempt.Permitted) attempt;
	}

}
