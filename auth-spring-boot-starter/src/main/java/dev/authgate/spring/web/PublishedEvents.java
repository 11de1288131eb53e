package dev.authgate.spring.web;

import java.util.Set;

import dev.authgate.AccountAction;
import dev.authgate.AuthEvent;
import dev.authgate.AuthEvent.AccountChanged;
import dev.authgate.AuthEvent.IssuerUnavailable;
import dev.authgate.AuthEvent.TokenChanged;
import dev.authgate.AuthEventListener;
import dev.authgate.TokenAction;
import dev.authgate.spring.web.authentication.FailureLog;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes what an audit log should know as events of the application, and writes it to
 * the log.
 * <p>
 * Safe for use by several threads.
 */
public final class PublishedEvents implements AuthEventListener {

	private static final Log logger = LogFactory.getLog("dev.authgate.audit");

	private static final Set<AccountAction> NO_CHANGES = Set.of(AccountAction.UPDATE_IGNORED,
			AccountAction.RESET_REQUESTED, AccountAction.VERIFICATION_REQUESTED, AccountAction.LOGGED_IN,
			AccountAction.LOGGED_OUT);

	private final FailureLog failures = new FailureLog("the request is answered all the same");

	private final ApplicationEventPublisher publisher;

	/**
	 * Makes a publisher.
	 * @param publisher the application's
	 */
	public PublishedEvents(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void onEvent(AuthEvent event) {
		log(event);
		try {
			this.publisher.publishEvent(event);
		}
		catch (RuntimeException ex) {
			// A refusal stays one when a listener fails, not an error of the server.
			this.failures.report("A listener of " + event.getClass().getSimpleName(), ex);
		}
	}

	// What strangers, or anybody who has a password, can cause as often as they like is
	// for the debug log alone: a log is filled as easily as a password is guessed.
	private static void log(AuthEvent event) {
		if (event instanceof IssuerUnavailable failed) {
			logger.warn("The keys of the issuer '" + failed.issuer() + "' could not be fetched: " + failed.problem());
		}
		else if (event instanceof TokenChanged token && token.action() == TokenAction.REUSED) {
			logger.warn(event);
		}
		else if (event instanceof AccountChanged changed && !NO_CHANGES.contains(changed.action())) {
			logger.info(event);
		}
		else {
			logger.debug(event);
		}
	}

}
