package dev.authgate.spring.websocket.ticket;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

import dev.authgate.AuthRequest;
import dev.authgate.AuthenticationResult;
import dev.authgate.Caller;
import dev.authgate.PermissionSet;
import dev.authgate.RejectionReason;
import dev.authgate.revocation.Revocations;
import dev.authgate.secret.RandomText;
import dev.authgate.secret.Secret;
import dev.authgate.secret.SecretDigest;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.spring.websocket.handshake.Vouchers;
import dev.authgate.ticket.Ticket;
import dev.authgate.ticket.TicketStore;
import org.jspecify.annotations.Nullable;

/**
 * Issues tickets, and judges them.
 * <p>
 * A ticket is 160 random bits, good once for one path, and never for more than its holder
 * might when it was issued, or may when it is used. Safe for use by several threads.
 */
public final class Tickets implements Vouchers {

	// Anything longer was not issued here, and need not be digested.
	private static final int LENGTH = RandomText.LENGTH_OF_160_BITS;

	private final TicketStore store;

	private final Duration timeToLive;

	private final Supplier<@Nullable Revocations> revocations;

	private final LiveCredentials following;

	private final Clock clock;

	/**
	 * Makes the tickets of a store.
	 * @param store where they are kept
	 * @param timeToLive how long each is valid
	 * @param revocations gives what was taken back, or {@code null} for as long as
	 * nothing can have been
	 * @param following tells what has become of a credential
	 * @param clock tells the time
	 */
	public Tickets(TicketStore store, Duration timeToLive, Supplier<@Nullable Revocations> revocations,
			LiveCredentials following, Clock clock) {
		this.store = store;
		this.timeToLive = timeToLive;
		this.revocations = revocations;
		this.following = following;
		this.clock = clock;
	}

	Duration timeToLive() {
		return this.timeToLive;
	}

	/**
	 * Issues a ticket.
	 * @param holder whom it is to stand for, just authenticated
	 * @param path the path that it is to open
	 * @return the ticket, known nowhere else
	 */
	Secret issue(Caller holder, String path) {
		Secret ticket = Secret.of(RandomText.of(LENGTH));
		Revocations past = this.revocations.get();
		long epoch = (past != null) ? past.knownEpochOf(holder.user().id()) : 0;
		this.store.put(new Ticket(SecretDigest.of(ticket), path, TicketHolder.write(holder), epoch,
				this.clock.instant().plus(this.timeToLive)));
		return ticket;
	}

	@Override
	public AuthenticationResult redeem(Secret text, Guard guard, AuthRequest request) {
		Ticket ticket = (text.length() == LENGTH) ? this.store.take(SecretDigest.of(text)) : null;
		if (ticket == null) {
			return AuthenticationResult.rejected(RejectionReason.UNKNOWN);
		}
		Caller then = TicketHolder.read(ticket.holder());
		if (isOver(ticket.expiresAt()) || isOver(then.expiresAt())) {
			return AuthenticationResult.rejected(RejectionReason.EXPIRED);
		}
		if (!ticket.path().equals(request.path()) || !guard.accepts(then.authenticator())) {
			return AuthenticationResult.rejected(RejectionReason.WRONG_AUDIENCE);
		}
		Caller now = isRevoked(ticket, then) ? null : this.following.follow(guard, request, then).caller();
		return (now != null) ? AuthenticationResult.authenticated(narrowed(now, then))
				: AuthenticationResult.rejected(RejectionReason.REVOKED);
	}

	private boolean isOver(@Nullable Instant expiry) {
		return expiry != null && !this.clock.instant().isBefore(expiry);
	}

	private boolean isRevoked(Ticket ticket, Caller then) {
		Revocations past = this.revocations.get();
		if (past == null) {
			return false;
		}
		String session = then.sessionId();
		String credential = then.credentialId();
		return past.knownEpochOf(then.user().id()) > ticket.epoch()
				|| (session != null && past.isSessionRevoked(session))
				|| (credential != null && past.isTokenRevoked("", credential));
	}

	private static Caller narrowed(Caller now, Caller then) {
		if (now.equals(then)) {
			return now;
		}
		Set<String> roles = new LinkedHashSet<>(now.roles());
		roles.retainAll(then.roles());
		return now.withPermissions(both(now.user().permissions(), then.user().permissions())).withRoles(roles);
	}

	// What one has by a wildcard counts as far as the other has it, by a wildcard or not.
	private static PermissionSet both(PermissionSet one, PermissionSet other) {
		Set<String> both = new LinkedHashSet<>();
		one.stream().filter((permission) -> covers(other, permission)).forEach(both::add);
		other.stream().filter((permission) -> covers(one, permission)).forEach(both::add);
		return PermissionSet.of(both);
	}

	private static boolean covers(PermissionSet permissions, String permission) {
		int colon = permission.indexOf(':');
		String resource = permission.substring(0, colon);
		String action = permission.substring(colon + 1);
		return Stream.of(permission, resource + ":*", "*:" + action, "*:*").anyMatch(permissions::contains);
	}

}
