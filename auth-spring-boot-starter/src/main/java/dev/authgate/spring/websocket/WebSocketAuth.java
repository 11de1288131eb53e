package dev.authgate.spring.websocket;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import dev.authgate.AuthUser;
import dev.authgate.Caller;
import dev.authgate.Permission;
import dev.authgate.spring.guard.model.Requirement;
import dev.authgate.spring.guard.model.Shortfall;
import dev.authgate.spring.web.AppliedGuard;
import dev.authgate.spring.web.refusal.MissingPermissions;
import jakarta.websocket.Session;
import org.jspecify.annotations.Nullable;

import org.springframework.messaging.simp.SimpMessageHeaderAccessor;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.web.socket.WebSocketSession;

/**
 * Who is behind an open socket, and what it may do now.
 * <p>
 * One object for as long as the socket is open: its permissions follow those of the user.
 * Safe for use by several threads.
 */
public final class WebSocketAuth {

	/** The attribute of a session that holds its object of this class. */
	public static final String ATTRIBUTE = WebSocketAuth.class.getName();

	private final AtomicReference<SocketState> state;

	private final SocketAddress address;

	WebSocketAuth(SocketState state, SocketAddress address) {
		this.state = new AtomicReference<>(state);
		this.address = address;
	}

	/**
	 * Finds who is behind a session of a {@code WebSocketHandler}.
	 * @param session the session
	 * @return who is behind it
	 * @throws IllegalStateException if its handshake passed no guard of ours
	 */
	public static WebSocketAuth of(WebSocketSession session) {
		return required(session.getAttributes());
	}

	/**
	 * Finds who is behind a session of a {@code @ServerEndpoint}.
	 * @param session the session
	 * @return who is behind it
	 * @throws IllegalStateException if its handshake passed no guard of ours
	 */
	public static WebSocketAuth of(Session session) {
		return required(session.getUserProperties());
	}

	/**
	 * Finds who sent a STOMP message.
	 * @param headers the headers of the message
	 * @return who sent it
	 * @throws IllegalStateException if the handshake passed no guard of ours
	 */
	public static WebSocketAuth of(SimpMessageHeaderAccessor headers) {
		Map<String, Object> attributes = headers.getSessionAttributes();
		return required((attributes != null) ? attributes : Map.of());
	}

	/**
	 * Finds who is behind a socket, among its attributes.
	 * @param attributes the attributes of the socket's session
	 * @return who is behind it, or {@code null} if its handshake passed no guard of ours
	 */
	public static @Nullable WebSocketAuth in(Map<String, Object> attributes) {
		return (attributes.get(ATTRIBUTE) instanceof WebSocketAuth auth) ? auth : null;
	}

	/**
	 * Gives the user.
	 * @return the user, or {@code null} for an anonymous one
	 */
	public @Nullable AuthUser user() {
		Caller caller = caller();
		return (caller != null) ? caller.user() : null;
	}

	/**
	 * Gives the caller.
	 * @return the caller, or {@code null} for an anonymous one
	 */
	public @Nullable Caller caller() {
		return state().applied().caller();
	}

	/**
	 * Gives those of the permissions required for the handshake that the user has.
	 * @return the granted actions by resource, both in the order in which they are
	 * required, an empty list for a resource without any; {@code null} if no permission
	 * is required
	 */
	public @Nullable Map<String, List<String>> checkedPermissions() {
		SocketState now = state();
		List<Requirement.Permissions> required = now.applied().guard().requirement().permissions();
		return required.isEmpty() ? null : CheckedPermissions.of(required, now.applied().caller());
	}

	/**
	 * Tells whether the user has a permission, be it required for the handshake or not.
	 * @param permission the permission, {@code resource:action}
	 * @return {@code true} if the socket is open and the user has it now
	 * @throws IllegalArgumentException if it is no concrete permission
	 */
	public boolean has(String permission) {
		Permission required = Permission.of(permission);
		SocketState now = state();
		Caller caller = now.applied().caller();
		return now.closing() == null && caller != null && caller.user().permissions().grants(required);
	}

	/**
	 * Requires a permission, for one message say.
	 * @param permission the permission, {@code resource:action}
	 * @throws AccessDeniedException if the user does not have it now
	 * @throws AuthenticationCredentialsNotFoundException if the user is anonymous
	 * @throws IllegalArgumentException if it is no concrete permission
	 */
	public void require(String permission) {
		if (has(permission)) {
			return;
		}
		if (caller() == null) {
			throw new AuthenticationCredentialsNotFoundException("The message needs a known caller");
		}
		throw new AuthorizationDeniedException("Insufficient permissions.",
				new MissingPermissions(new Shortfall(List.of(permission), true)));
	}

	/**
	 * Tells whether a browser may have sent the credential of the handshake by itself.
	 * @return {@code true} for a cookie, say
	 */
	public boolean isAmbient() {
		return state().applied().ambient();
	}

	/**
	 * Gives the guard of the handshake and who is behind the socket.
	 * @return both as they are now
	 */
	public AppliedGuard applied() {
		return state().applied();
	}

	/**
	 * Tells why the socket is being closed.
	 * @return why, or {@code null} while it is not; nothing that comes from it counts any
	 * more
	 */
	public @Nullable SocketClosing closing() {
		return state().closing();
	}

	/**
	 * Gives the address of the client, for audit and limits.
	 * @return the textual IP address, see
	 * {@link dev.authgate.AuthRequest#clientAddress()}
	 */
	public String clientAddress() {
		return this.address.client();
	}

	SocketAddress address() {
		return this.address;
	}

	SocketState state() {
		return this.state.get();
	}

	// What was found out about an older state must not undo what came in between.
	boolean change(SocketState from, SocketState to) {
		return this.state.compareAndSet(from, to);
	}

	// The first reason counts.
	void close(SocketClosing why) {
		this.state.updateAndGet((now) -> (now.closing() != null) ? now : now.closing(why));
	}

	private static WebSocketAuth required(Map<String, Object> attributes) {
		WebSocketAuth auth = in(attributes);
		if (auth == null) {
			throw new IllegalStateException("The handshake of this socket passed no guard of Authgate");
		}
		return auth;
	}

}
