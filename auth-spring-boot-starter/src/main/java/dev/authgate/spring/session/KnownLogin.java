package dev.authgate.spring.session;

import java.util.concurrent.atomic.AtomicLong;

import dev.authgate.AuthenticationResult.Authenticated;
import dev.authgate.Caller;
import org.jspecify.annotations.Nullable;

import jakarta.servlet.ServletRequest;

/**
 * A login that was read from a session, with all that a request needs of it.
 * <p>
 * Safe for use by several threads.
 */
final class KnownLogin implements LoginState {

	private static final String ATTRIBUTE = KnownLogin.class.getName();

	private static final long CHECK_INTERVAL_MILLIS = 60_000;

	private static final long NEVER = Long.MIN_VALUE;

	private final StoredLogin stored;

	private final Authenticated result;

	private final long endsAtMillis;

	private final AtomicLong checkedAtMillis = new AtomicLong(NEVER);

	KnownLogin(StoredLogin stored, Caller caller, long endsAtMillis) {
		this.stored = stored;
		this.result = new Authenticated(caller, true);
		this.endsAtMillis = endsAtMillis;
	}

	/**
	 * Gives the login by which the caller of a request is known.
	 */
	static @Nullable KnownLogin of(ServletRequest request) {
		return (KnownLogin) request.getAttribute(ATTRIBUTE);
	}

	void rememberFor(ServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	StoredLogin stored() {
		return this.stored;
	}

	Authenticated result() {
		return this.result;
	}

	boolean isOver(long nowMillis) {
		return nowMillis >= this.endsAtMillis;
	}

	boolean isToBeChecked(long nowMillis) {
		return isToBeChecked(checkedAt(), nowMillis);
	}

	// A clock that was put back must not put the check off.
	static boolean isToBeChecked(long checked, long nowMillis) {
		return checked == NEVER || nowMillis < checked || nowMillis - checked >= CHECK_INTERVAL_MILLIS;
	}

	long checkedAt() {
		return this.checkedAtMillis.get();
	}

	void checked(long nowMillis) {
		this.checkedAtMillis.set(nowMillis);
	}

}
