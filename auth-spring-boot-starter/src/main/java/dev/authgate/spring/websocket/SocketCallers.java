package dev.authgate.spring.websocket;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.authgate.AuthRequest;
import dev.authgate.Caller;
import dev.authgate.LiveCredential;
import dev.authgate.spring.guard.Guards;
import dev.authgate.spring.revocation.LiveCredentials;
import dev.authgate.spring.guard.model.Guard;
import dev.authgate.spring.web.AppliedGuard;
import dev.authgate.spring.web.Decision;
import dev.authgate.spring.web.Gate;
import dev.authgate.spring.web.authentication.ServletAuthRequest;
import dev.authgate.spring.web.caller.Callers;
import dev.authgate.spring.web.origin.Proxies;
import dev.authgate.spring.web.refusal.ErrorCode;
import dev.authgate.spring.web.refusal.Refusal;
import dev.authgate.spring.websocket.handshake.HandshakeCredentials;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;

/**
 * Finds out who is behind a socket: at its handshake, and again while it is open.
 * <p>
 * Safe for use by several threads.
 */
public final class SocketCallers {

	private final Gate gate;

	private final LiveCredentials following;

	private final Supplier<Guards> guards;

	private final Proxies proxies;

	private final Clock clock;

	/**
	 * Makes the judge of callers.
	 * @param gate judges the credentials of frames
	 * @param following follows credentials
	 * @param guards the table of guards, for handshakes that came through a chain of the
	 * application
	 * @param proxies tell the address of the client
	 * @param clock tells the time
	 */
	public SocketCallers(Gate gate, LiveCredentials following, Supplier<Guards> guards, Proxies proxies, Clock clock) {
		this.gate = gate;
		this.following = following;
		this.guards = guards;
		this.proxies = proxies;
		this.clock = clock;
	}

	/**
	 * Takes over what the handshake proved.
	 * @param handshake the request, let through
	 * @return who is behind the socket that it opens
	 */
	public WebSocketAuth admit(HttpServletRequest handshake) {
		AppliedGuard known = AppliedGuard.of(handshake);
		AppliedGuard applied = (known != null) ? known : foreign(handshake);
		AuthRequest request = new ServletAuthRequest(HandshakeCredentials.presented(handshake), null, this.proxies);
		SocketAddress address = SocketAddress.of(request, applied.uri());
		return new WebSocketAuth(new SocketState(applied, follow(applied, request), null), address);
	}

	/**
	 * Looks at the caller again, and follows what has become of its permissions.
	 * @param auth who is behind a socket
	 * @return why the socket must be closed, or {@code null} if it may stay open
	 */
	public @Nullable SocketClosing check(WebSocketAuth auth) {
		SocketState state = auth.state();
		if (state.closing() != null || state.credential() == null) {
			return state.closing();
		}
		SocketClosing closing = closingOf(auth, state, state.credential());
		if (closing == null || auth.change(state, state.closing(closing))) {
			return closing;
		}
		// It was renewed, or closed, in between.
		return check(auth);
	}

	/**
	 * Judges a credential that came on the open socket, and has it count from now on.
	 * @param auth who is behind the socket so far
	 * @param headers the headers of the frame, among them the credential
	 * @return who it is now, or why the credential is refused: the same user by the same
	 * authenticator is required, unless the socket was anonymous
	 */
	public Decision renew(WebSocketAuth auth, Map<String, List<String>> headers) {
		SocketState state = auth.state();
		AppliedGuard applied = state.applied();
		FrameRequest frame = new FrameRequest(auth.address(), headers);
		Decision decision = this.gate.decide(applied.guard(), frame);
		if (!(decision instanceof Decision.Granted granted) || granted.caller() == null) {
			return decision;
		}
		if (!isSame(applied.caller(), granted.caller()) || state.closing() != null) {
			return new Decision.Refused(Refusal.of(ErrorCode.ACCESS_DENIED, applied.guard()), granted.caller());
		}
		AppliedGuard renewed = applied.with(granted.caller());
		return auth.change(state, new SocketState(renewed, follow(renewed, frame), null)) ? decision
				: renew(auth, headers);
	}

	// The application's own chain let it in, and knows who it is.
	private AppliedGuard foreign(HttpServletRequest handshake) {
		Caller caller = (handshake.getUserPrincipal() instanceof Authentication known) ? Callers.of(known) : null;
		return new AppliedGuard(this.guards.get().guardOf(handshake), caller, true, handshake.getMethod(),
				handshake.getRequestURI());
	}

	private static boolean isSame(@Nullable Caller before, Caller now) {
		return before == null
				|| (before.user().id().equals(now.user().id()) && before.authenticator().equals(now.authenticator()));
	}

	private @Nullable LiveCredential follow(AppliedGuard applied, AuthRequest request) {
		Caller caller = applied.caller();
		return (caller != null) ? this.following.follow(applied.guard(), request, caller) : null;
	}

	private @Nullable SocketClosing closingOf(WebSocketAuth auth, SocketState state, LiveCredential credential) {
		Caller before = state.applied().caller();
		if (before == null || isOver(before)) {
			return SocketClosing.EXPIRED;
		}
		Caller now;
		try {
			now = credential.caller();
		}
		catch (RuntimeException ex) {
			return SocketClosing.UNAVAILABLE;
		}
		if (now == null) {
			return SocketClosing.REVOKED;
		}
		return now.equals(before) ? null : changed(auth, state, now);
	}

	private @Nullable SocketClosing changed(WebSocketAuth auth, SocketState state, Caller now) {
		Guard guard = state.applied().guard();
		if (isOver(now)) {
			return SocketClosing.EXPIRED;
		}
		if (guard.requirement().judge(now.user().permissions(), now.roles()).any()) {
			return SocketClosing.INSUFFICIENT_PERMISSIONS;
		}
		auth.change(state, state.with(now));
		return null;
	}

	private boolean isOver(Caller caller) {
		Instant expiry = caller.expiresAt();
		return expiry != null && !this.clock.instant().isBefore(expiry);
	}

}
