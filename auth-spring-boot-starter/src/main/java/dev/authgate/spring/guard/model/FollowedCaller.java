package dev.authgate.spring.guard.model;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import org.jspecify.annotations.Nullable;

/**
 * A credential whose caller is made of that of another one, and made anew only when that
 * changes.
 * <p>
 * Safe for use by several threads.
 */
final class FollowedCaller implements LiveCredential {

	private final LiveCredential credential;

	private final UnaryOperator<Caller> making;

	private final AtomicReference<Seen> seen;

	/**
	 * Follows a credential.
	 * @param credential the other one
	 * @param made what was made of its caller before
	 * @param making makes a caller of another one
	 */
	FollowedCaller(LiveCredential credential, Caller made, UnaryOperator<Caller> making) {
		this.credential = credential;
		this.making = making;
		this.seen = new AtomicReference<>(new Seen(made, made));
	}

	@Override
	public @Nullable Caller caller() {
		Caller now = this.credential.caller();
		Seen before = this.seen.get();
		if (now == null) {
			return null;
		}
		if (now.equals(before.source())) {
			return before.made();
		}
		Caller made = this.making.apply(now);
		Seen next = new Seen(now, made.equals(before.made()) ? before.made() : made);
		this.seen.set(next);
		return next.made();
	}

	private record Seen(Caller source, Caller made) {
	}

}
