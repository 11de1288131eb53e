package dev.authgate.spring.session;

import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import org.jspecify.annotations.Nullable;

/**
 * A login of a browser that opened what outlives a request, judged without the servlet
 * session, whose idle time nothing of this is a use of.
 * <p>
 * Safe for use by several threads.
 */
final class FollowedLogin implements LiveCredential {

	private final LoginJudge judge;

	private final AtomicReference<Seen> seen;

	FollowedLogin(LoginJudge judge, Seen seen) {
		this.judge = judge;
		this.seen = new AtomicReference<>(seen);
	}

	@Override
	public @Nullable Caller caller() {
		Seen before = this.seen.get();
		Seen now = this.judge.judge(before);
		if (now != null && !now.equals(before)) {
			this.seen.compareAndSet(before, now);
		}
		return (now != null) ? now.caller() : null;
	}

	/**
	 * What is known of a login.
	 *
	 * @param caller whom it stands for
	 * @param sessionId the id of its session in the list of sessions
	 * @param epoch the epoch of the user when its account was read
	 * @param checkedAt when that was, in milliseconds since 1970
	 * @param endsAt when the session ends unless it is used, as far as it is known
	 * @param staleSince since when the session waits for the epoch that the user has, or
	 * {@link #NEVER}
	 */
	record Seen(Caller caller, String sessionId, long epoch, long checkedAt, long endsAt, long staleSince) {

		static final long NEVER = Long.MIN_VALUE;

		private static final long UNKNOWN_END = Long.MAX_VALUE;

		private static final long NO_EPOCH = -1;

		/**
		 * Tells that nothing is known but the caller: all is to be read.
		 */
		static Seen of(Caller caller, String sessionId) {
			return new Seen(caller, sessionId, NO_EPOCH, NEVER, UNKNOWN_END, NEVER);
		}

		static Seen of(KnownLogin login, Caller caller) {
			return new Seen(caller, login.stored().sessionId(), login.stored().epoch(), login.checkedAt(), UNKNOWN_END,
					NEVER);
		}

		boolean isToBeChecked(long now) {
			return now >= this.endsAt || KnownLogin.isToBeChecked(this.checkedAt, now);
		}

		Seen stale(long now) {
			return (this.staleSince != NEVER) ? this
					: new Seen(this.caller, this.sessionId, this.epoch, this.checkedAt, this.endsAt, now);
		}

		boolean isStaleFor(long millis, long now) {
			return this.staleSince != NEVER && (now < this.staleSince || now - this.staleSince >= millis);
		}

	}

}
